/** An asset's series, and the single observations of one: raw data, for staff. */
@NullMarked
package de.hexapolis.query.series;

import org.jspecify.annotations.NullMarked;
