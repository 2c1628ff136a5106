package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How large a request may be. What is larger is refused before it costs anything, with the size that would do. */
final class Affordable {
    static final int MOST_ASSETS = 20_000;
    /** Of an answer, whatever its page: eight bytes each here, about fifty on the wire. */
    static final long MOST_VALUES = 500_000;
    /** Rollups that one answer is made of. */
    static final long MOST_ROLLUPS = 5_000_000;
    /** Rollups whose digests are merged: they are wide. */
    static final long MOST_DIGESTS = 1_000_000;
    /** Observations that one answer is made of. */
    static final long MOST_READINGS = 5_000_000;
    /** Up to so many observations percentiles are exact. */
    static final long MOST_EXACT_READINGS = 500_000;

    private Affordable() {}

    static void check(Asked asked, ReadingPlan plan) {
        if (asked.values() > MOST_VALUES) {
            refuse("values in the answer", asked.values(), MOST_VALUES, asked);
        }
        long rollups = plan.rollups() * asked.members().size();
        if (rollups > MOST_ROLLUPS) {
            refuse("rollups to read", rollups, MOST_ROLLUPS, asked);
        }
        long readings = readings(asked.members(), plan, asked.now());
        if (readings > MOST_READINGS) {
            refuse("readings to read one by one", readings, MOST_READINGS, asked);
        }
        if (asked.asksPercentiles() && !percentilesAreExact(asked) && rollups + readings > MOST_DIGESTS) {
            refuse("digests to merge", rollups + readings, MOST_DIGESTS, asked);
        }
    }

    /** Whether all observations are still there, and few enough to look at each. */
    static boolean percentilesAreExact(Asked asked) {
        Instant from = asked.calendar().from();
        long readings = 0;
        for (Member member : asked.members()) {
            if (from.isBefore(member.keptSince())) {
                return false;
            }
            readings += member.readings(from, earlier(asked.calendar().until(), asked.now()));
        }
        return readings <= MOST_EXACT_READINGS;
    }

    /** About how many observations are read one by one, marked days apart: these are few. */
    private static long readings(List<Member> members, ReadingPlan plan, Instant now) {
        Instant until = earlier(plan.readUntil(), now);
        long readings = 0;
        for (Member member : members) {
            Instant tail = later(plan.rolledFrom(), member.rolledUntil());
            readings += member.readings(later(plan.readFrom(), member.keptSince()), earlier(plan.rolledFrom(), until));
            readings += member.readings(tail, earlier(plan.rolledUntil(), until));
            readings += member.readings(plan.rolledUntil(), until);
        }
        return readings;
    }

    private static void refuse(String what, long size, long most, Asked asked) {
        Duration time =
                Duration.between(asked.calendar().from(), asked.calendar().until());
        int series = asked.members().size();
        long days = time.toDays() * most / size;
        throw Trouble.TOO_LARGE.problem(
                "about %d %s, of %d series over %d days; at most %d would do: about %s, or %d series, or longer buckets"
                        .formatted(
                                size,
                                what,
                                series,
                                time.toDays(),
                                most,
                                days > 0
                                        ? "%d days".formatted(days)
                                        : "%d hours".formatted(time.toHours() * most / size),
                                Math.max(1, series * most / size)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
