/** How a device's state is spoken: our own JSON, and the objects and envelopes of network servers. */
@NullMarked
package de.hexapolis.simulator.wire;

import org.jspecify.annotations.NullMarked;
