package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Duration DAILY = Duration.ofHours(12);

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
        return new Verdict(told(missed, deadlines, lasting, sensed.causes()), bands(missed, sensed), nextAt);
    }

    /**
     * When a device counts as silent.
     *
     * @param heard the last time, by the platform's clock
     */
    private record Deadline(DeviceFacts device, Instant heard, Instant at) {}

    private Deadline deadline(DeviceFacts device, Sensed sensed) {
        Instant heard = Stream.of(
                        device.installedFrom(),
                        device.heardAt().orElse(device.installedFrom()),
                        sensed.causes().outageUntil())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Deadline(device, heard, heard.plus(longest(device)));
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
        if (missed.isEmpty()) {
            Instant heard = all.stream()
                    .map(Deadline::heard)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
            return lasting
                    .filter(episode -> heard.isAfter(episode.began()) && !heard.equals(Instant.MAX))
                    .map(episode ->
                            new Episode(episode.began(), Optional.of(heard), episode.severity(), episode.evidence()))
                    .stream()
                    .toList();
        }
        if (lasting.isPresent()) {
            return List.of(lasting.get());
        }
        return causes.silentSince().isEmpty() ? List.of(episode(missed)) : List.of();
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
