package de.hexapolis.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.TrialRules;
import de.hexapolis.trials.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same load on many bins without a rule and with five rules a bin, in one run: how fast it is ingested, and how far behind the
 * judge is. With values as sensors send them, first while a fifth of the bins are found full at once, which is told and has no
 * target, then as on any day; then with dice, where every reading is news: the worst case.
 */
record RuleRate(World world, int bins, long messages) implements Figures {
    private static final String CITY = "ruled";
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final double LEAST_RATE = 5_000;
    private static final double CATCHES_UP_SECONDS = 60;
    private static final String DUE_SO_FAR =
            "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('due', 'due_id')::regclass), 0)";
    private static final String WAITING = "select count(distinct asset_id) from due";
    private static final String ALERTS = "select count(*) from alert";
    private static final String UNTOLD =
            """
            select (select count(*) from notice where not spread)
                + (select count(*) from delivery where state = 'waiting')
            """;
    private static final String LAG_MILLIS =
            "select coalesce(extract(epoch from now() - min(received_at)) * 1000, 0)::bigint from due";

    @Override
    public String id() {
        return "F";
    }

    @Override
    public String title() {
        return "%,d bins without and with five rules each".formatted(bins);
    }

    /** What one load found. */
    private record Run(double rate, StoreStep store, double due, double judged, double lag, double caughtUp) {}

    @Override
    public List<Check> take() throws Exception {
        world.register(CITY, bins);
        // every series is made and judged once before any figure is taken
        run(Load.Plan.fullSpeed(CITY, bins, bins).walking());
        Run without = run(Load.Plan.fullSpeed(CITY, bins, messages).walking());
        TrialRules.write(world, TrialRules.FIVE);
        long started = System.nanoTime();
        double first = (double) count(WAITING);
        double firstTime = catchUp();
        Run opening = run(Load.Plan.fullSpeed(CITY, bins, messages).walking());
        long alerts = count(ALERTS);
        double told = reached("all is told", UNTOLD);
        Run with = run(Load.Plan.fullSpeed(CITY, bins, messages).walking());
        Run dice = run(Load.Plan.fullSpeed(CITY, bins, messages));
        List<Check> checks = new ArrayList<>();
        checks.add(Check.figure("without rules", without.rate, "msg/s"));
        checks.add(Check.figure("without rules, store step", without.store.microsPerMessage(), "µs/msg"));
        checks.add(Check.figure("all bins judged for the first time", first, "assets"));
        checks.add(Check.figure("which took", firstTime, "s"));
        checks.add(Check.atLeast("alerts that open at once", (double) alerts, bins / 10.0, ""));
        checks.add(Check.figure("while they open", opening.rate, "msg/s"));
        checks.add(Check.figure("while they open, judged", opening.judged, "assets/s"));
        checks.add(Check.figure("while they open, caught up after", opening.caughtUp, "s"));
        checks.add(Check.figure("while they open, told after so much more", told, "s"));
        checks.addAll(checks("five rules, values of sensors", with));
        checks.add(Check.atLeast("with rules : without", with.rate / without.rate, 0.9, ""));
        checks.addAll(checks("five rules, dice", dice));
        checks.add(Check.figure("all of it", (System.nanoTime() - started) / 1e9, "s"));
        checks.add(Check.equal("faults of the judge", (long) metrics().sum("hexapolis_judge_faults_total"), 0));
        return checks;
    }

    private static List<Check> checks(String name, Run run) {
        return List.of(
                Check.atLeast(name, run.rate, LEAST_RATE, "msg/s"),
                Check.figure(name + ", rows", run.rate * Load.Plan.QUANTITIES, "rows/s"),
                Check.figure(name + ", store step", run.store.microsPerMessage(), "µs/msg"),
                Check.figure(name + ", due rows", run.due, ""),
                Check.figure(name + ", judged", run.judged, "assets/s"),
                Check.figure(name + ", judge's lag at the end", run.lag, "s"),
                Check.atMost(name + ", caught up after", run.caughtUp, CATCHES_UP_SECONDS, "s"));
    }

    private Run run(Load.Plan plan) throws Exception {
        Metrics before = metrics();
        long dueBefore = count(DUE_SO_FAR);
        long observations = count("select count(*) from observation");
        try (Load load = Load.start(world, plan, world.broker().address())) {
            JsonNode report = load.await(LONGEST);
            Duration after = world.settle(CITY, observations + plan.messages() * Load.Plan.QUANTITIES);
            double seconds = report.path("seconds").asDouble() + after.toMillis() / 1_000.0;
            Metrics loaded = metrics();
            double lag = count(LAG_MILLIS) / 1_000.0;
            double judged = loaded.sum("hexapolis_judge_assets_total") - before.sum("hexapolis_judge_assets_total");
            return new Run(
                    plan.messages() / seconds,
                    new StoreStep(before, loaded),
                    count(DUE_SO_FAR) - (double) dueBefore,
                    judged / seconds,
                    lag,
                    catchUp());
        }
    }

    /** Seconds until nothing waits for the judge. */
    private double catchUp() throws InterruptedException {
        return reached("nothing is due", WAITING);
    }

    private double reached(String what, String sql) throws InterruptedException {
        return Patience.until(what, LONGEST, () -> count(sql) == 0).toMillis() / 1_000.0;
    }

    private Metrics metrics() {
        return world.replicas().get(0).metrics();
    }

    private long count(String sql) throws SQLException {
        return world.database().address().number(sql);
    }
}
