/** Sockets that make MQTT cheap: both ends of a message's way send and receive thousands of small packets a second. */
@NullMarked
package de.hexapolis.telemetry.socket;

import org.jspecify.annotations.NullMarked;
