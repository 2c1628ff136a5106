/** The door to the broker, and the only package that knows Paho: connections, retries, acknowledgements. */
@NullMarked
package de.hexapolis.simulator.publish;

import org.jspecify.annotations.NullMarked;
