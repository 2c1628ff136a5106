package de.hexapolis.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of an attempt. Immutable.
 *
 * @param why empty if it arrived
 * @param after how long the receiver wants to be left alone
 */
public record Sent(Fate fate, String why, Optional<Duration> after) {
    private static final int LONGEST_WHY = 300;

    /** What an attempt may come to. */
    public enum Fate {
        /** The receiver has it. */
        DELIVERED,
        /** The receiver is away, or says later. */
        TRY_AGAIN,
        /** The receiver wants nothing any more, for good. */
        GONE,
        /** This one will never be taken, others may be. */
        REFUSED
    }

    public Sent {
        why = why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
    }

    static Sent delivered() {
        return new Sent(Fate.DELIVERED, "", Optional.empty());
    }

    static Sent tryAgain(String why) {
        return new Sent(Fate.TRY_AGAIN, why, Optional.empty());
    }

    static Sent tryAgain(String why, Optional<Duration> after) {
        return new Sent(Fate.TRY_AGAIN, why, after);
    }

    static Sent gone(String why) {
        return new Sent(Fate.GONE, why, Optional.empty());
    }

    static Sent refused(String why) {
        return new Sent(Fate.REFUSED, why, Optional.empty());
    }
}
