package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import java.util.List;

/**
 * Where ingest's time goes, by its own timers between two looks. The store step is what a writer does with a batch from
 * BEGIN to COMMIT, latest values and marks included; it is timed while everything else runs on the same processors.
 */
record StoreStep(Metrics before, Metrics after) {
    private static final double MICROS = 1e6;

    /** Of the time that writers spent storing, added up over writers. */
    double rowsPerSecond() {
        return grown("hexapolis_observations_stored_total") / grown("hexapolis_store_write_seconds_sum");
    }

    double microsPerMessage() {
        return grown("hexapolis_store_write_seconds_sum") / grown("hexapolis_messages_received_total") * MICROS;
    }

    List<Check> figures() {
        double messages = grown("hexapolis_messages_received_total");
        double batches = grown("hexapolis_batch_messages_count");
        return List.of(
                Check.figure("store step, rows per second of a writer", rowsPerSecond(), "rows/s"),
                Check.figure("store step", microsPerMessage(), "µs/msg"),
                Check.figure("decode", grown("hexapolis_decode_seconds_sum") / messages * MICROS, "µs/msg"),
                Check.figure("messages of a batch", messages / batches, ""));
    }

    private double grown(String name) {
        return after.sum(name) - before.sum(name);
    }
}
