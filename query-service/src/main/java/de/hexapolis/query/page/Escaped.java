package de.hexapolis.query.page;

/** Text as it may stand in HTML and XML, between tags and in quoted attributes. */
public final class Escaped {
    private Escaped() {}

    /** What XML cannot hold even escaped becomes a blank. */
    public static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isAllowed(point) ? point : ' ');
        }
    }

    private static boolean isAllowed(int point) {
        boolean control = point < ' ' && point != '\n' && point != '\t';
        return !control && !(point >= 0xd800 && point <= 0xdfff) && point != 0xfffe && point != 0xffff;
    }
}
