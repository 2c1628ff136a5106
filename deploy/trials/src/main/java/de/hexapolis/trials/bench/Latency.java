package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.MemoryWatch;
import de.hexapolis.trials.world.Messenger;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * At 1,000 messages a second: the time from handing a message to the MQTT client until {@code GET /api/v1/assets/…}
 * shows its value, and what memory the services take meanwhile.
 */
record Latency(World world, Service query, int probes) implements Figures {
    private static final String CITY = "steady";
    private static final String PROBED = "probed";
    private static final int RATE = 1_000;
    /** As with {@link IngestRate}: the compiler's work is none of the figure's. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final int UNTIMED = 200;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "B";
    }

    @Override
    public String title() {
        return "from a message to the API at 1,000 msg/s, and memory";
    }

    @Override
    public List<Check> take() throws Exception {
        world.register(CITY, RATE);
        world.register(PROBED, 1);
        String path = "/api/v1/assets/" + probedAsset();
        Timings timings = new Timings();
        Service ingest = world.replicas().get(0).service();
        Load.Plan plan = Load.Plan.steady(CITY, RATE, RATE, Duration.ofMinutes(10));
        HeapWatch heap = new HeapWatch(List.of(ingest, query));
        try (MemoryWatch ofIngest = new MemoryWatch(() -> List.of(ingest.program()));
                MemoryWatch ofQuery = new MemoryWatch(() -> List.of(query.program()));
                Load load = Load.start(world, plan, world.broker().address());
                Messenger messenger = new Messenger(world.broker().address())) {
            Thread.sleep(WARM_UP.toMillis());
            for (int n = -UNTIMED; n < probes; n++) {
                Duration time = probe(messenger, path, (20_000 + n * 10 + 7) / 10_000.0);
                if (n >= 0) {
                    timings.add(time);
                }
                if (n % 10 == 0) {
                    heap.look();
                }
                Thread.sleep(50);
            }
            double rate = load.stop().path("acknowledged_per_second").asDouble();
            List<Check> checks = new ArrayList<>(List.of(
                    Check.figure("load beside it", rate, "msg/s"),
                    Check.figure("message to API, p50", timings.percentile(0.5), "ms"),
                    Check.atMost("message to API, p99", timings.percentile(0.99), 500, "ms"),
                    Check.atMost("ingest-service, most resident", ofIngest.mostMegabytes(), 450, "MiB"),
                    Check.atMost("query-service, most resident", ofQuery.mostMegabytes(), 450, "MiB")));
            checks.addAll(heap.checks(List.of("ingest-service", "query-service")));
            return checks;
        }
    }

    /** No other value has these digits. */
    private Duration probe(Messenger messenger, String path, double value) throws InterruptedException {
        String digits = String.valueOf(value);
        long started = System.nanoTime();
        messenger.publish(PROBED, PROBED + "-00001", Instant.now().truncatedTo(ChronoUnit.MICROS), value);
        while (!query.get(path).body().contains(digits)) {
            if (System.nanoTime() - started > LONGEST.toNanos()) {
                throw new IllegalStateException("%s does not show %s after %s".formatted(path, digits, LONGEST));
            }
            Thread.sleep(2);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private long probedAsset() throws SQLException {
        return world.database().address().number("select asset_id from asset where city_id = 'probed'");
    }
}
