package de.hexapolis.query.parameter;

/** What text must be so that the database takes it. */
public final class PlainText {
    private PlainText() {}

    /** Whether it holds neither control characters, white space apart, nor halves of surrogate pairs. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int point) {
        boolean control = Character.isISOControl(point) && !Character.isWhitespace(point);
        return !control && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
