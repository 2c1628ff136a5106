package de.hexapolis.telemetry;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A device, unique over all cities: the DevEUI as 16 lower-case hex digits, else the maker's serial number in lower
 * case. Immutable.
 */
public record DeviceId(String value) {
    private static final Pattern NORMAL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SEPARATED_EUI = Pattern.compile("[0-9a-f]{2}([:-][0-9a-f]{2}){7}");

    public DeviceId {
        if (!NORMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a device id: '%s'".formatted(value));
        }
    }

    /**
     * The id as networks write it: upper or lower case, a DevEUI with or without separators.
     *
     * @throws IllegalArgumentException naming the text, if it is no device id
     */
    public static DeviceId of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return new DeviceId(
                SEPARATED_EUI.matcher(lower).matches() ? lower.replace(":", "").replace("-", "") : lower);
    }

    @Override
    public String toString() {
        return value;
    }
}
