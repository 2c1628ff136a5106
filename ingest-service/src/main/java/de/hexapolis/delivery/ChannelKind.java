package de.hexapolis.delivery;

import java.util.Locale;

/** How a channel is told. */
public enum ChannelKind {
    MQTT(1),
    WEBHOOK(4),
    MAIL(1),
    PUSH(2);

    private final int threads;

    ChannelKind(int threads) {
        this.threads = threads;
    }

    /** How many channels of the kind are served at once in a replica. */
    int threads() {
        return threads;
    }

    /** Whether it wakes people, who want no word of what is over before they hear of it. */
    boolean isForPeople() {
        return this == MAIL || this == PUSH;
    }

    /** As the store and the wire name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChannelKind named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
