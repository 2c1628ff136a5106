/**
 * The vocabulary that the programs share: ids, quantities with their units, measurements, topics, the platform's
 * clock. JDK only; every value checks itself in its constructor.
 */
@NullMarked
package de.hexapolis.telemetry;

import org.jspecify.annotations.NullMarked;
