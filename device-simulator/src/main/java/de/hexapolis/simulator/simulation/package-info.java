/** A fleet over time: who transmits what, when. */
@NullMarked
package de.hexapolis.simulator.simulation;

import org.jspecify.annotations.NullMarked;
