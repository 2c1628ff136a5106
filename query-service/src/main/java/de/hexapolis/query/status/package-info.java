/** The one neutral word that says how an asset is ({@code full}, {@code critical}, {@code unknown}), from its kind's thresholds. */
@NullMarked
package de.hexapolis.query.status;

import org.jspecify.annotations.NullMarked;
