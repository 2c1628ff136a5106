/** A history made quickly. */
@NullMarked
package de.hexapolis.simulator.backfill;

import org.jspecify.annotations.NullMarked;
