package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.World;
import java.util.List;
import java.util.stream.Stream;

/** At rest, each replica's counters since its start must add up: what came in went somewhere. */
final class MetricsCheck {
    private static final List<String> OUTCOMES = List.of("stored", "duplicate", "ignored", "quarantined");

    private MetricsCheck() {}

    static List<Check> of(World world) {
        return world.replicas().stream().flatMap(MetricsCheck::of).toList();
    }

    private static Stream<Check> of(Replica replica) {
        Metrics metrics = replica.metrics();
        double settled = OUTCOMES.stream()
                .mapToDouble(outcome -> metrics.sum("hexapolis_messages_%s_total".formatted(outcome)))
                .sum();
        double answered = metrics.sum("hexapolis_mqtt_acknowledged_total") + metrics.sum("hexapolis_mqtt_stale_total");
        String name = "ingest-" + replica.number();
        return Stream.of(
                Check.equal(
                        name + ": received − settled − in flight",
                        (long) (metrics.sum("hexapolis_messages_received_total")
                                - settled
                                - metrics.sum("hexapolis_messages_in_flight")),
                        0),
                Check.equal(
                        name + ": arrived − answered − unacknowledged",
                        (long) (metrics.sum("hexapolis_mqtt_arrived_total")
                                - answered
                                - metrics.sum("hexapolis_mqtt_unacknowledged")),
                        0),
                Check.equal(name + ": under way", (long) metrics.underWay(), 0));
    }
}
