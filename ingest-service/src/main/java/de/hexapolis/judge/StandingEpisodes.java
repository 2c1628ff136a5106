package de.hexapolis.judge;

import de.hexapolis.orders.AlertState;
import de.hexapolis.orders.PersonsPart;
import de.hexapolis.orders.StandingAlert;
import de.hexapolis.rules.Condition;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts that stand for an asset's episodes. Immutable.
 *
 * @param alerts by rising beginning
 * @param evidence by the alerts' numbers
 */
record StandingEpisodes(List<StandingAlert> alerts, Map<Long, Evidence> evidence) {
    static final StandingEpisodes NONE = new StandingEpisodes(List.of(), Map.of());

    private static final Evidence UNKNOWN = new Evidence(List.of());

    StandingEpisodes {
        alerts = alerts.stream()
                .sorted(Comparator.comparing(StandingAlert::began).thenComparing(StandingAlert::alertId))
                .toList();
        evidence = Map.copyOf(evidence);
    }

    List<StandingAlert> of(String rule) {
        return alerts.stream().filter(alert -> alert.ruleId().equals(rule)).toList();
    }

    /** Where a condition goes on from, if it began before: the open one, else the newest. */
    Optional<Episode> stored(String rule, Condition condition, Instant from) {
        List<StandingAlert> earlier = of(rule).stream()
                .filter(alert -> !wasNone(alert))
                .filter(alert -> condition.livesByTheClock() || alert.began().isBefore(from))
                .toList();
        return earlier.stream()
                .filter(alert -> !alert.state().isClosed())
                .findFirst()
                .or(() -> earlier.stream().reduce((one, later) -> later))
                .map(this::episode);
    }

    private Episode episode(StandingAlert alert) {
        return new Episode(alert.began(), alert.ended(), alert.severity(), evidenceOf(alert));
    }

    /** Why it was opened. */
    Evidence evidenceOf(StandingAlert alert) {
        return evidence.getOrDefault(alert.alertId(), UNKNOWN);
    }

    /** Of the readings that opened it. */
    List<Integer> seriesOf(StandingAlert alert) {
        return evidenceOf(alert).reasons().stream()
                .flatMap(reason -> reason.series().stream().boxed())
                .distinct()
                .toList();
    }

    /** Whether the alert was taken back by a judge; one that a person took back goes on standing for its episode. */
    static boolean wasNone(StandingAlert alert) {
        return alert.state() == AlertState.WITHDRAWN
                && alert.ended().isPresent()
                && alert.part() != PersonsPart.TOOK_BACK;
    }
}
