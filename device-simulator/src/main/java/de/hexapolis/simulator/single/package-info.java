/** One message from a file or from standard input, so that nobody needs another MQTT client. */
@NullMarked
package de.hexapolis.simulator.single;

import org.jspecify.annotations.NullMarked;
