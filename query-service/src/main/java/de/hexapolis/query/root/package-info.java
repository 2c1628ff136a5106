/** The way in: what there is at this address, for people and for programs. */
@NullMarked
package de.hexapolis.query.root;

import org.jspecify.annotations.NullMarked;
