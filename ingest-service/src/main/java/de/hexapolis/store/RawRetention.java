package de.hexapolis.store;

import java.time.Duration;

/** For how long raw readings are there, seen from those who delete them and those who compute from them. Stateless. */
public final class RawRetention {
    /** Raw readings stay so much longer than they are accepted, so that nobody writes where they are deleted. */
    public static final Duration MARGIN = Duration.ofDays(8);

    /**
     * How old a local day may be whose readings are surely all there, for cities that accept readings of so many days:
     * a day less than they are kept, for whoever began to compute before they were deleted.
     */
    public static Duration complete(int retentionDays) {
        return Duration.ofDays(retentionDays).plus(MARGIN).minusDays(1);
    }

    private RawRetention() {}
}
