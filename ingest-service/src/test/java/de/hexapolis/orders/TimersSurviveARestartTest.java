package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Timers are rows; each is done once, by whichever replica is there. */
class TimersSurviveARestartTest {
    private static final Instant LATER = Orders.NOW.plus(Duration.ofHours(2));

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void threeFullBins() {
        Orders.aCity(database);
        Orders.open(database, 1, 2, 3);
    }

    @Test
    void aTimekeeperThatDiesBeforeTheCommitLeavesTheTimersToTheNext() throws Exception {
        try (Connection dying = database.dataSource().getConnection()) {
            dying.setAutoCommit(false);
            assertThat(FireTimers.on(dying, DueTimers.read(dying, LATER, 64), LATER))
                    .isEqualTo(3);
            dying.rollback();
        }
        assertThat(new TimekeeperRound(database.dataSource()).run(LATER)).isEqualTo(3);

        assertThat(escalations()).containsExactly("1 1", "2 1", "3 1");
    }

    @Test
    void whatOneReplicaHoldsTheOtherLeavesAloneAndDoesLater() throws Exception {
        TimekeeperRound other = new TimekeeperRound(database.dataSource());
        try (Connection holding = database.dataSource().getConnection()) {
            holding.setAutoCommit(false);
            LockAlerts.on(holding, List.of(2L));
            assertThat(other.run(LATER)).isEqualTo(2);
            holding.rollback();
        }
        assertThat(other.run(LATER)).isEqualTo(1);
        assertThat(escalations()).containsExactly("1 1", "2 1", "3 1");
    }

    @Test
    void twoReplicasTogetherDoEachTimerOnce() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> done = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                TimekeeperRound round = new TimekeeperRound(database.dataSource());
                done.add(replicas.submit(() -> {
                    int count = 0;
                    for (int hour = 0; hour <= 30; hour++) {
                        count += round.run(Orders.NOW.plus(Duration.ofHours(hour)));
                    }
                    return count;
                }));
            }
            int sum = 0;
            for (Future<Integer> future : done) {
                sum += future.get();
            }
            while (new TimekeeperRound(database.dataSource()).run(Orders.NOW.plus(Duration.ofHours(30))) > 0) {
                sum++;
            }
            assertThat(sum).isGreaterThanOrEqualTo(10);
        } finally {
            replicas.shutdownNow();
        }
        assertThat(escalations()).containsExactly("1 3", "2 3", "3 3");
        assertThat(database.rows("select * from timer")).isEmpty();
    }

    @Test
    void aTimerThatFailsIsPutOffAndHoldsNobodyUp() throws Exception {
        database.execute("update alert set evidence = jsonb_set(evidence, '{escalation,0,after}', '\"soon\"')"
                + " where alert_id = 2");

        assertThat(new TimekeeperRound(database.dataSource()).run(LATER)).isEqualTo(2);

        assertThat(escalations()).containsExactly("1 1", "3 1");
        assertThat(database.rows("select count(*) from timer where alert_id = 2 and due_at > '" + LATER + "'"))
                .containsExactly("3");
    }

    private List<String> escalations() {
        return database.rows("select alert_id, count(*) from history where action = 'escalated' group by 1 order by 1");
    }
}
