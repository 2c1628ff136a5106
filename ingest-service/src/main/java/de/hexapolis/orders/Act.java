package de.hexapolis.orders;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may happen to an alert, by a person, by the data, or by time. */
public enum Act {
    /** The first delivery to somebody was made. */
    NOTIFIED,
    ACKNOWLEDGE,
    START,
    DONE,
    NOT_POSSIBLE,
    /** The data end the episode, or a person whose word is enough does. */
    ENDED,
    /** A last look after done: the data disagree. */
    STILL_BAD,
    WITHDRAW;

    /** As commands and the history name it, such as {@code not-possible}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a person may do; empty if the word names nothing of the kind. */
    public static Optional<Act> ofPerson(String wireName) {
        return Stream.of(ACKNOWLEDGE, START, DONE, NOT_POSSIBLE, WITHDRAW)
                .filter(act -> act.wireName().equals(wireName))
                .findFirst();
    }
}
