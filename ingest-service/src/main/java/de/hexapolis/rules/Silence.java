package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A device that has not been heard for too long, by the time its messages came. What the platform itself did not hear does
 * not count. While a common cause is silent, no device that is heard through it becomes an episode of its own. Immutable.
 *
 * @param intervals so many of its own
 * @param atLeast and so long at least
 * @param dailyAtLeast and so long at least, if it usually reports at most twice a day
 */
public record Silence(int intervals, Duration atLeast, Duration dailyAtLeast, Severity severity) implements Condition {
    /** Who reports no more often than this counts as a daily reporter, whatever interval is registered. */
    public static final Duration DAILY = Duration.ofHours(12);

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        Optional<Episode> lasting = stored.filter(episode -> episode.ended().isEmpty());
        List<Deadline> deadlines = sensed.asset().retired()
                ? List.of()
                : sensed.devices().stream()
                        .map(device -> deadline(device, sensed))
                        .sorted(Comparator.comparing(Deadline::at))
                        .toList();
        List<Deadline> missed = deadlines.stream()
                .filter(deadline -> !deadline.at().isAfter(sensed.now()))
                .toList();
        Instant nextAt = deadlines.stream()
                .map(Deadline::at)
                .filter(at -> at.isAfter(sensed.now()))
                .findFirst()
                .orElse(Instant.MAX);
        List<Episode> told = told(missed, deadlines, lasting, sensed.causes());
        boolean isOn = lasting.isPresent() && told.equals(lasting.stream().toList());
        return new Verdict(told, bands(isOn ? deadlines : missed, sensed), nextAt);
    }

    /**
     * When a device counts as silent.
     *
     * @param heard the last time, by the platform's clock
     * @param at what the platform could not hear does not count
     */
    private record Deadline(DeviceFacts device, Instant heard, Instant at) {}

    private Deadline deadline(DeviceFacts device, Sensed sensed) {
        Instant heard = later(device.installedFrom(), device.heardAt().orElse(device.installedFrom()));
        Instant from = later(heard, sensed.causes().outageUntil());
        return new Deadline(device, heard, from.plus(longest(device)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** For how long a device may be silent. */
    public Duration longest(DeviceFacts device) {
        Duration usual = longer(device.interval().multipliedBy(intervals), atLeast);
        return device.usualGap().compareTo(DAILY) >= 0 ? longer(usual, dailyAtLeast) : usual;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private List<Episode> told(List<Deadline> missed, List<Deadline> all, Optional<Episode> lasting, Causes causes) {
        if (lasting.isPresent() && !all.isEmpty()) {
            return goesOn(lasting.get(), missed, all, causes);
        }
        List<Deadline> unexplained =
                missed.stream().filter(one -> !causes.explain(one.at())).toList();
        return unexplained.isEmpty() ? List.of() : List.of(episode(unexplained));
    }

    /** An outage puts deadlines off and heals nobody: only a message ends the silence. */
    private static List<Episode> goesOn(Episode lasting, List<Deadline> missed, List<Deadline> all, Causes causes) {
        Instant heard =
                all.stream().map(Deadline::heard).max(Comparator.naturalOrder()).orElseThrow();
        if (missed.isEmpty() && heard.isAfter(lasting.began())) {
            return List.of(new Episode(lasting.began(), Optional.of(heard), lasting.severity(), lasting.evidence()));
        }
        return causes.explain(lasting.began()) ? List.of() : List.of(lasting);
    }

    private Episode episode(List<Deadline> missed) {
        List<Reason> reasons =
                missed.stream().limit(Evidence.MOST).map(this::reason).toList();
        return new Episode(missed.get(0).at(), Optional.empty(), severity, new Evidence(reasons));
    }

    private Reason reason(Deadline missed) {
        double minutes = longest(missed.device()).toSeconds() / 60.0;
        return new Reason(
                "message",
                Optional.of(missed.device().key()),
                minutes,
                Optional.of("min"),
                missed.heard(),
                "silent_for",
                minutes,
                OptionalInt.empty());
    }

    /** The first message of a silent device ends it. */
    private static Map<Integer, Quiet> bands(List<Deadline> missed, Sensed sensed) {
        return sensed.courses().stream()
                .filter(course -> missed.stream()
                        .anyMatch(silent -> silent.device().id() == course.of().deviceId()))
                .collect(Collectors.toMap(Course::seriesId, course -> Quiet.NEVER));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
