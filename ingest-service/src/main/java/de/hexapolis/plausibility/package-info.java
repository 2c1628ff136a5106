/**
 * Which readings of a series are not to be believed, and since when. Pure.
 */
@NullMarked
package de.hexapolis.plausibility;

import org.jspecify.annotations.NullMarked;
