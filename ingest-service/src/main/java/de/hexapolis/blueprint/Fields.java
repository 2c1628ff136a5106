package de.hexapolis.blueprint;

import de.hexapolis.profile.NulCharacter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one row as texts; each is read into its type once, and what does not fit becomes a problem with the
 * row's line. An empty text is the same as none. One thread.
 */
final class Fields {
    private final String file;
    private final int line;
    private final Map<String, String> texts;
    private final Problems problems;
    private boolean whole = true;

    Fields(String file, int line, Map<String, String> texts, Problems problems) {
        this.file = file;
        this.line = line;
        this.texts = texts;
        this.problems = problems;
        texts.keySet().stream()
                .filter(field -> NulCharacter.isIn(texts.getOrDefault(field, "")))
                .sorted()
                .forEach(field -> refuse(field, NulCharacter.REASON));
    }

    /** Whether no field has been refused so far. */
    boolean isWhole() {
        return whole;
    }

    <T> Located<T> located(T row) {
        return new Located<>(file, line, row);
    }

    Map<String, String> texts() {
        return texts;
    }

    void refuse(String field, String reason) {
        whole = false;
        problems.add(file, line, field, texts.getOrDefault(field, ""), reason);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A text that must be there; empty, and a problem, if it is not. */
    String required(String field) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            refuse(field, "is missing");
        } else if (text.get().length() > 200) {
            refuse(field, "is longer than 200 characters");
        }
        return text.orElse("");
    }

    Optional<Double> number(String field, double lowest, double highest) {
        return text(field).flatMap(text -> {
            try {
                double value = Double.parseDouble(text);
                if (value >= lowest && value <= highest) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException notOne) {
                // refused below, with the range
            }
            refuse(field, "is not a number from %s to %s".formatted(plain(lowest), plain(highest)));
            return Optional.empty();
        });
    }

    double requiredNumber(String field, double lowest, double highest) {
        required(field);
        return number(field, lowest, highest).orElse(lowest);
    }

    boolean flag(String field, boolean otherwise) {
        String text = text(field).orElse(String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            refuse(field, "is neither true nor false");
        }
        return text.equals("true");
    }

    /** A time with its offset, to the microsecond. */
    Instant requiredInstant(String field) {
        String text = required(field);
        try {
            return text.isEmpty()
                    ? Instant.EPOCH
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notOne) {
            refuse(field, "is not a time with offset such as 2026-03-01T08:00:00+01:00");
            return Instant.EPOCH;
        }
    }

    /** A duration in whole seconds, above 0 and at most 30 days. */
    int seconds(String field, int otherwise) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long seconds = Duration.parse(text.get()).toSeconds();
            if (seconds > 0 && seconds <= Duration.ofDays(30).toSeconds()) {
                return (int) seconds;
            }
        } catch (DateTimeException notOne) {
            // refused below, with an example
        }
        refuse(field, "is not a duration from PT1S to P30D, such as PT15M or PT1H");
        return otherwise;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
