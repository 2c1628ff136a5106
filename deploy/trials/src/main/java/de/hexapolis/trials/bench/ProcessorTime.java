package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.World;
import java.util.List;

/** Processor seconds that the programs of a world have taken so far. Immutable. */
record ProcessorTime(double broker, double database, double ingest) {
    private static final double MICROS = 1e6;

    static ProcessorTime of(World world) {
        return new ProcessorTime(
                world.broker().program().processorSeconds(),
                world.database().processorSeconds(),
                world.replicas().stream()
                        .mapToDouble(replica -> replica.program().processorSeconds())
                        .sum());
    }

    /**
     * What each program took for a message since an earlier look, in microseconds.
     *
     * @param load processor seconds of the load generator
     * @param seconds that passed meanwhile
     */
    List<Check> figuresSince(ProcessorTime earlier, double load, long messages, double seconds) {
        double ofBroker = broker - earlier.broker;
        double ofDatabase = database - earlier.database;
        double ofIngest = ingest - earlier.ingest;
        return List.of(
                Check.figure("processor time of the broker", ofBroker / messages * MICROS, "µs/msg"),
                Check.figure("processor time of the database", ofDatabase / messages * MICROS, "µs/msg"),
                Check.figure("processor time of ingest", ofIngest / messages * MICROS, "µs/msg"),
                Check.figure("processor time of the load generator", load / messages * MICROS, "µs/msg"),
                Check.figure("processors busy with it", (ofBroker + ofDatabase + ofIngest + load) / seconds, ""));
    }
}
