package de.hexapolis.query.quarantine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why ingest-service refuses a message, as the column of quarantine says it: the words that a filter may name. */
enum QuarantineReason {
    MALFORMED,
    INVALID_READING,
    UNKNOWN_QUANTITY,
    UNKNOWN_DEVICE,
    NO_PROFILE,
    NOT_DECODED,
    NOT_INSTALLED,
    OTHER_CITY,
    TOO_MANY_SERIES,
    TOO_OLD,
    TOO_NEW,
    TOO_LARGE,
    DEFECT,
    CONFLICT,
    REFUSED_BY_STORE;

    /** Completes "'x' is not …". */
    static final String WANTED = "a reason; one of "
            + Arrays.stream(values()).map(QuarantineReason::wireName).collect(Collectors.joining(", "));

    /** @throws IllegalArgumentException if there is no such reason */
    static QuarantineReason named(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wireName));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
