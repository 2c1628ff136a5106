package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wall behind the judges' locks: the index, on statement level. */
class OneOpenAlertTest {
    private static final int JUDGES = 4;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void aCity() {
        Orders.aCity(database);
    }

    @Test
    void ofJudgesWhoOpenTheSameAlertAtOnceOneWinsAndTheOthersLeaveNothing() throws Exception {
        ExecutorService judges = Executors.newFixedThreadPool(JUDGES);
        try {
            CyclicBarrier together = new CyclicBarrier(JUDGES);
            List<Future<String>> outcomes = new ArrayList<>();
            for (int judge = 0; judge < JUDGES; judge++) {
                outcomes.add(judges.submit(judge(together)));
            }
            List<String> found = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                found.add(outcome.get());
            }
            assertThat(found).filteredOn("opened"::equals).hasSize(1);
            assertThat(found).filteredOn("23505"::equals).hasSize(JUDGES - 1);
        } finally {
            judges.shutdownNow();
        }
        assertThat(database.rows("select count(*) from alert")).containsExactly("1");
        assertThat(database.rows("select items from work_order")).containsExactly("1");
        assertThat(database.rows("select kind from notice order by notice_id"))
                .containsExactly("alert.opened", "order.opened");
    }

    @Test
    void aRawSecondInsertMeetsTheIndexThoughTheFirstIsNotYetCommitted() throws Exception {
        String insert =
                """
                insert into alert (city_id, subject, rule_id, edition, severity, state, began_at, opened_at, evidence,
                    changed_at)
                values ('fulda', 'asset:1', 'bin-full', 'manual', 0, 'open', '%s', now(), '{}', now())
                """;
        ExecutorService second = Executors.newSingleThreadExecutor();
        try (Connection first = database.dataSource().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute(insert.formatted("2026-07-01T08:00Z"));
            Future<String> outcome = second.submit(() -> {
                try (Connection connection = database.dataSource().getConnection()) {
                    connection.createStatement().execute(insert.formatted("2026-07-01T08:05Z"));
                    return "opened";
                } catch (SQLException refused) {
                    return refused.getSQLState() + " " + refused.getMessage();
                }
            });
            Thread.sleep(300);
            assertThat(outcome.isDone()).isFalse();
            first.commit();
            assertThat(outcome.get()).startsWith("23505").contains("alert_one_open");
        } finally {
            second.shutdownNow();
        }
    }

    private Callable<String> judge(CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                Orders.open(database, 1);
                return "opened";
            } catch (IllegalStateException refused) {
                return refused.getCause() instanceof SQLException sql
                        ? String.valueOf(sql.getSQLState())
                        : String.valueOf(refused.getMessage());
            }
        };
    }
}
