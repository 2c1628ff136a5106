package de.hexapolis.delivery;

import java.util.List;

/** How channels of one kind are told. Thread-safe. */
public interface Way {
    ChannelKind kind();

    /** How many parcels a channel takes at once. */
    int atOnce();

    /**
     * Sends and waits for the receiver. Never throws for what a receiver does, and takes a minute at the very most.
     *
     * @param parcels of different subjects, oldest first, but a test before all others; for mail those that belong into
     *     one message
     * @return of each parcel what became of it: DELIVERED only where the receiver has it
     */
    List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException;
}
