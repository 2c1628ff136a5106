/** The devices that are simulated: read from blueprint packs, or generated. */
@NullMarked
package de.hexapolis.simulator.fleet;

import org.jspecify.annotations.NullMarked;
