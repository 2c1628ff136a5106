package de.hexapolis.simulator.publish;

/**
 * What waits to be acknowledged, by ticket. {@link #message} is called by the courier's own thread, the others by the
 * connection's thread, never two at once.
 */
public interface Outbox {
    /** The message of this ticket; asked again whenever it has to be sent again. */
    Outgoing message(long ticket);

    /** The broker has it: PUBACK with reason code 0x00. */
    void acknowledged(long ticket);

    /** The broker will not have it, now or later (reason code 0x80 and above, or too large for it). */
    void refused(long ticket, int reasonCode);
}
