package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Replica;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Messages that came again because a replica was stopped although they were stored: what the replicas that stay count
 * from just before, and what the stopped one counts from zero once it is back. Immutable.
 *
 * @param before duplicates of each replica that stays, by its number
 */
record SentAgain(Map<Integer, Double> before) {
    SentAgain {
        before = Map.copyOf(before);
    }

    /** To be called just before the replica is stopped. */
    static SentAgain before(Scene scene, int stopped) {
        return before(metrics(scene), stopped);
    }

    static SentAgain before(Map<Integer, Metrics> replicas, int stopped) {
        return new SentAgain(replicas.entrySet().stream()
                .filter(replica -> replica.getKey() != stopped)
                .collect(Collectors.toMap(Map.Entry::getKey, replica -> duplicates(replica.getValue()))));
    }

    /** An orderly stop acknowledges what it stored: less than a window comes again. */
    Check after(String stop, Scene scene) {
        return after(stop, metrics(scene));
    }

    Check after(String stop, Map<Integer, Metrics> replicas) {
        double again = replicas.entrySet().stream()
                .mapToDouble(replica -> duplicates(replica.getValue()) - before.getOrDefault(replica.getKey(), 0.0))
                .sum();
        return Check.atMost("sent again after " + stop, again, Scene.RECEIVE_MAXIMUM - 1, "messages");
    }

    private static double duplicates(Metrics metrics) {
        return metrics.sum("hexapolis_messages_duplicate_total");
    }

    private static Map<Integer, Metrics> metrics(Scene scene) {
        return scene.world().replicas().stream().collect(Collectors.toMap(Replica::number, Replica::metrics));
    }
}
