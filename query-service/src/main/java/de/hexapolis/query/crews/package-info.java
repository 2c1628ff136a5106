/** Crews: whom orders are given to, for which work, districts and shifts. */
@NullMarked
package de.hexapolis.query.crews;

import org.jspecify.annotations.NullMarked;
