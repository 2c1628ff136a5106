package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, text or boolean of a message as text: a channel's name, what {@code values} lists, a constant in quotes. A
 * whole number has no fraction, because some senders write every number with one (ChirpStack v4: {@code 30.0}).
 */
final class ScalarText {
    /** 2^53: beyond it not every whole number is a double, so digits would be made up. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private static final Pattern WHOLE_WITH_FRACTION = Pattern.compile("([+-]?\\d{1,15})\\.0*");

    private ScalarText() {}

    /** {@code 30.0} as {@code 30}; a text as it is; empty for an object, an array or a missing field. */
    static String of(JsonNode scalar) {
        if (scalar.isFloatingPointNumber()) {
            double number = scalar.doubleValue();
            if (number == Math.rint(number) && Math.abs(number) <= LARGEST_WHOLE) {
                return Long.toString((long) number);
            }
        }
        return scalar.asText();
    }

    /** What a profile lists or compares with, as a number is written here: {@code 1.0} as {@code 1}, a text as it is. */
    static String ofNumber(String listed) {
        Matcher whole = WHOLE_WITH_FRACTION.matcher(listed);
        return whole.matches() ? Long.toString(Long.parseLong(whole.group(1))) : listed;
    }
}
