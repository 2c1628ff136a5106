package de.hexapolis.query.paging;

import de.hexapolis.query.problem.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Where a page ended, opaque on the wire. Immutable.
 *
 * @param key a number: the last row's id, its microseconds since 1970, or how many rows came before
 */
public record Cursor(long key) {
    private static final String VERSION = "1:";

    public static Cursor at(Instant instant) {
        return new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    /** Reads what {@link #text()} wrote; anything else is refused. */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.startsWith(VERSION)) {
                return new Cursor(Long.parseLong(plain.substring(VERSION.length())));
            }
        } catch (IllegalArgumentException foreign) {
            // refused below
        }
        throw Trouble.INVALID_PARAMETER.problem(
                "cursor", "'%s' is not a cursor of this service; take the one of a Link rel=next".formatted(text));
    }

    public Instant instant() {
        return Instant.EPOCH.plus(key, ChronoUnit.MICROS);
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + key).getBytes(StandardCharsets.UTF_8));
    }
}
