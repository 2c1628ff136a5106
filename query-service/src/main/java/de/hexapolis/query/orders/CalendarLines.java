package de.hexapolis.query.orders;

import java.nio.charset.StandardCharsets;
import java.util.PrimitiveIterator;

/** Lines of iCalendar: escaped and, where longer than 75 octets, folded between characters (RFC 5545, 3.1). One thread. */
final class CalendarLines {
    private static final int LONGEST_OCTETS = 75;
    private static final String END = "\r\n";
    private static final String GOES_ON = END + " ";

    private final StringBuilder lines = new StringBuilder();

    /** @param value as it stands, without text of people */
    CalendarLines add(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** @param value text, to be escaped */
    CalendarLines text(String name, String value) {
        return add(
                name,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r", "")
                        .replace("\n", "\\n"));
    }

    String text() {
        return lines.toString();
    }

    private void fold(String line) {
        int octets = 0;
        PrimitiveIterator.OfInt points = line.codePoints().iterator();
        while (points.hasNext()) {
            String character = Character.toString(points.nextInt());
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_OCTETS) {
                lines.append(GOES_ON);
                octets = 1;
            }
            lines.append(character);
            octets += width;
        }
        lines.append(END);
    }
}
