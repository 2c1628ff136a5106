/** The kinds of assets, with the words of their status. */
@NullMarked
package de.hexapolis.query.kinds;

import org.jspecify.annotations.NullMarked;
