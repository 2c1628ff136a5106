package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Foreign text in a message for people: bounded, and free of what a database, a log or a terminal chokes on (control
 * characters, halves of surrogate pairs).
 */
public final class Excerpt {
    private static final int LONGEST_QUOTE = 60;
    private static final char REPLACEMENT = '\uFFFD';

    private Excerpt() {}

    /** The text in single quotes, shortened to 60 characters. */
    public static String quoted(String text) {
        return "'" + of(text, LONGEST_QUOTE) + "'";
    }

    /** The field as it was sent, in single quotes and shortened; {@code nothing} where it is missing. */
    public static String quoted(JsonNode field) {
        if (field.isMissingNode()) {
            return "nothing";
        }
        return quoted(field.isValueNode() ? field.asText() : field.toString());
    }

    /** The text, shortened to so many characters. */
    public static String of(String text, int longest) {
        if (text.length() <= longest && isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), longest) + 1);
        text.codePoints()
                .limit(longest)
                .map(point -> isClean(point) ? point : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        if (text.codePointCount(0, text.length()) > longest) {
            clean.append('…');
        }
        return clean.toString();
    }

    /** Whether the text holds neither control characters nor halves of surrogate pairs. */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(Excerpt::isClean);
    }

    private static boolean isClean(int point) {
        return !Character.isISOControl(point)
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
