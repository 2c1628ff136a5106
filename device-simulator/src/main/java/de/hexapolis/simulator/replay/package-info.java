/** Recorded readings from a CSV file, published as if they came now. */
@NullMarked
package de.hexapolis.simulator.replay;

import org.jspecify.annotations.NullMarked;
