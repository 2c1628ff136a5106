package de.hexapolis.telemetry;

import java.util.regex.Pattern;

/** Tells apart several readings of one quantity by one device: a depth ({@code 30cm}), a probe number. Immutable. */
public record Channel(String value) {
    private static final Pattern NORMAL = Pattern.compile("[A-Za-z0-9._-]{0,32}");

    /** The channel of a device that has one only. */
    public static final Channel ONLY = new Channel("");

    public Channel {
        if (!isChannel(value)) {
            throw new IllegalArgumentException("not a channel: '%s'".formatted(value));
        }
    }

    /** Whether the text could name a channel. */
    public static boolean isChannel(String text) {
        return NORMAL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
