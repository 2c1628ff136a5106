/** What the sensors feel: pure functions of seed, device and instant, so that a history and a live run agree. */
@NullMarked
package de.hexapolis.simulator.physics;

import org.jspecify.annotations.NullMarked;
