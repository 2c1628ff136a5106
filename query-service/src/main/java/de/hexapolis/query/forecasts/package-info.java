/** Forecasts: when bins are full and trees dry, with an interval and why. ingest-service makes them. */
@NullMarked
package de.hexapolis.query.forecasts;

import org.jspecify.annotations.NullMarked;
