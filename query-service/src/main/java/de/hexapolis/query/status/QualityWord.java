package de.hexapolis.query.status;

import de.hexapolis.telemetry.Quality;
import java.util.Arrays;
import java.util.Locale;

/** The quality of a reading as a word on the wire: {@code good}, {@code suspect}, {@code bad}, {@code implausible}. */
public final class QualityWord {
    private QualityWord() {}

    /** @param code as the store keeps it, see {@link Quality#code()} */
    public static String of(int code) {
        return Arrays.stream(Quality.values())
                .filter(quality -> quality.code() == code)
                .map(quality -> quality.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such quality: " + code));
    }
}
