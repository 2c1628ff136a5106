/** Flags: spans of a series' readings that are not to be believed, told by the data or by people. */
@NullMarked
package de.hexapolis.query.flags;

import org.jspecify.annotations.NullMarked;
