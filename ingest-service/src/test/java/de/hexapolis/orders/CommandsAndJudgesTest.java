package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.rules.Episode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A crew, judges and timekeepers at the same alerts and orders, all at once. */
class CommandsAndJudgesTest {
    private static final int ROUNDS = 40;
    /** Nothing keeps these two judges from the same asset, as the lock of its watch would, but the index. */
    private static final String LOST_RACE = "23505";

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void fullBins() {
        Orders.aCity(database);
        Orders.open(database, 1, 2, 3, 4, 5, 6);
    }

    @Test
    @Timeout(120)
    void doNotDeadlock() throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int seed = 1; seed <= 2; seed++) {
                running.add(all.submit(crew(seed)));
                running.add(all.submit(judge(seed)));
                running.add(all.submit(timekeeper()));
            }
            int deadlocks = 0;
            for (Future<Integer> one : running) {
                deadlocks += one.get();
            }
            assertThat(deadlocks).isZero();
        } finally {
            all.shutdownNow();
        }
        assertThat(
                        database.rows(
                                """
                        select count(*) from work_order o where items_open <> (
                            select count(distinct subject) from alert a where a.order_id = o.order_id and closed_at is null)
                        """))
                .containsExactly("0");
        assertThat(database.rows("select subject from alert where closed_at is null group by 1 having count(*) > 1"))
                .isEmpty();
    }

    private Callable<Integer> crew(int seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        List<String> words = List.of("acknowledge", "start", "done", "not-possible", "comment");
        return () -> repeat(round -> {
            long order = 1 + dice.nextLong(2);
            People.say(database, words.get(dice.nextInt(words.size())), Optional.of(order), List.of());
        });
    }

    /** Ends what stands and finds the bin full again, several at a time and in any order. */
    private Callable<Integer> judge(int seed) {
        SplittableRandom dice = new SplittableRandom(100 + seed);
        return () -> repeat(round -> database.inTransaction(connection -> {
            Instant now = Orders.NOW.plus(Duration.ofMinutes(round + 1));
            Set<Long> assets = new TreeSet<>(Set.of(1 + dice.nextLong(3), 4 + dice.nextLong(3)));
            List<AlertChange> changes = new ArrayList<>();
            List<NewAlert> opened = new ArrayList<>();
            List<String> subjects =
                    assets.stream().map(asset -> "asset:" + asset).toList();
            for (StandingAlert alert : OverlappingAlerts.on(connection, subjects, now)) {
                long asset = alert.assetId().orElseThrow();
                assets.remove(asset);
                Episode over = Orders.ended(Orders.fullBin(asset).episode(), now);
                changes.add(new AlertChange(alert.alertId(), AlertChange.Kind.ENDED, Optional.of(over), ""));
            }
            for (long asset : assets) {
                Episode anew = Orders.fullBin(asset).episode();
                opened.add(Orders.alert(
                        asset, Orders.full(), new Episode(now, Optional.empty(), anew.severity(), anew.evidence())));
            }
            AppendNotices.on(connection, WriteAlerts.on(connection, opened, changes, Orders.PLAN, now));
            return round;
        }));
    }

    private Callable<Integer> timekeeper() {
        TimekeeperRound keeper = new TimekeeperRound(database.dataSource());
        return () -> repeat(round -> {
            try {
                keeper.run(Orders.NOW.plus(Duration.ofHours(round)));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
        });
    }

    private static int repeat(Round round) {
        int deadlocks = 0;
        for (int n = 0; n < ROUNDS; n++) {
            try {
                round.run(n);
            } catch (IllegalStateException failure) {
                String state =
                        failure.getCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "none";
                assertThat(state).as(failure.getMessage()).isIn("40P01", LOST_RACE);
                deadlocks += state.equals("40P01") ? 1 : 0;
            }
        }
        return deadlocks;
    }

    /** One thing done. */
    @FunctionalInterface
    private interface Round {
        void run(int number);
    }
}
