/**
 * From the bytes of a message to whole values: {@link de.hexapolis.decode.MessageDecoder} reads our own JSON, SenML and
 * the envelopes of network servers, and answers with a {@link de.hexapolis.decode.Decoded}. Pure: no clock, no store, no
 * exception; a refusal is a value. A device profile ({@code de.hexapolis.profile}) says what a network server's
 * decoded object means.
 */
@NullMarked
package de.hexapolis.decode;

import org.jspecify.annotations.NullMarked;
