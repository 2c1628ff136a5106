package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A year of history in the store, and how long the dashboards' calls take on it, through the real REST API. */
record Queries(World world, Service query, long observations, Extent extent) implements Figures {
    @Override
    public String id() {
        return "D" + observations / 1_000_000;
    }

    @Override
    public String title() {
        return "queries on %,d million observations".formatted(observations / 1_000_000);
    }

    @Override
    public List<Check> take() throws Exception {
        History history = new History(world, observations);
        Duration copying = history.load();
        long started = System.nanoTime();
        int rolled = new RollUp(world, history.end()).within(extent.rollingUp());
        double rolling = (System.nanoTime() - started) / 1e9;
        List<Check> checks = new ArrayList<>(List.of(
                Check.figure("loaded by COPY", observations / (copying.toMillis() / 1_000.0), "rows/s"),
                Check.figure("days rolled up, the others marked", rolled, ""),
                Check.figure("rolled up in", rolling, "s")));
        checks.addAll(calls(history.end()));
        checks.addAll(new DiskUse(world).checks());
        return checks;
    }

    private List<Check> calls(Instant end) throws SQLException, IOException {
        SplittableRandom dice = new SplittableRandom(2);
        long first = firstAsset();
        Instant today = end.truncatedTo(ChronoUnit.DAYS);
        List<Check> checks = new ArrayList<>();
        checks.addAll(call("one series, hourly over 7 days", 10, () -> {
            Instant from = today.minus(Duration.ofDays(dice.nextLong(8, 30)));
            return aggregates(
                    "ids=%d&bucket=PT1H&group=asset".formatted(first + dice.nextInt(History.SERIES)), from, 7);
        }));
        checks.addAll(call("5,000 series, daily by district over 30 days", 300, () -> {
            Instant from = today.minus(Duration.ofDays(dice.nextLong(31, 60)));
            return aggregates("city=%s&bucket=P1D&group=district".formatted(History.CITY), from, 30);
        }));
        checks.addAll(
                call("latest of 5,000 assets", 100, () -> "/api/v1/assets?city=%s&fields=name,status,value&limit=5000"
                        .formatted(History.CITY)));
        checks.addAll(call(
                "one asset with its latest values",
                0,
                () -> "/api/v1/assets/" + (first + dice.nextInt(History.SERIES))));
        return checks;
    }

    /** @param wanted p95 in milliseconds; 0: no target */
    private List<Check> call(String name, double wanted, Supplier<String> path) throws IOException {
        warmUp(path);
        Timings timings = new Timings();
        for (int n = 0; n < extent.repetitions(); n++) {
            timings.add(query.timed(path.get()));
        }
        double p95 = timings.percentile(0.95);
        return List.of(
                Check.figure(name + ", p50", timings.percentile(0.5), "ms"),
                wanted == 0
                        ? Check.figure(name + ", p95", p95, "ms")
                        : Check.atMost(name + ", p95", p95, wanted, "ms"));
    }

    /** As with {@link IngestRate}: the compiler's work is none of the figures'. */
    private void warmUp(Supplier<String> path) throws IOException {
        long end = System.nanoTime() + extent.warmingUp().toNanos();
        while (System.nanoTime() < end) {
            query.timed(path.get());
        }
    }

    private static String aggregates(String what, Instant from, int days) {
        return String.format(
                Locale.ROOT,
                "/api/v1/aggregates?%s&quantity=fill_level&fn=avg&from=%s&to=%s",
                what,
                from.toString().substring(0, 10),
                from.plus(Duration.ofDays(days)).toString().substring(0, 10));
    }

    private long firstAsset() throws SQLException {
        return world.database().address().number("select min(asset_id) from asset where city_id = 'history'");
    }
}
