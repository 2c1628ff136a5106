package de.hexapolis.trials.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured. Immutable.
 *
 * @param messages of the sustained load
 * @param probes single messages whose time to the API is taken
 * @param history sizes of the history, in observations
 * @param warmingUp how long each query is asked before its figures are taken
 * @param repetitions of each query
 * @param alerts messages of which each raises an alert
 * @param ruled bins that have rules
 * @param rollingUp how long history may be rolled up; what is not done by then gets marks
 */
record Extent(
        long messages,
        int probes,
        int alerts,
        int ruled,
        List<Long> history,
        Duration warmingUp,
        int repetitions,
        Duration rollingUp) {
    static final Extent SHORT =
            new Extent(60_000, 150, 100, 10_000, List.of(1_000_000L), Duration.ofSeconds(5), 40, Duration.ofMinutes(3));
    static final Extent WHOLE = new Extent(
            300_000,
            600,
            1_000,
            100_000,
            List.of(10_000_000L, 100_000_000L),
            Duration.ofSeconds(30),
            200,
            Duration.ofMinutes(10));

    Extent withHistory(List<Long> sizes) {
        return new Extent(messages, probes, alerts, ruled, sizes, warmingUp, repetitions, rollingUp);
    }
}
