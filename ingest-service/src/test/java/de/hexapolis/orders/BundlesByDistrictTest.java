package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BundlesByDistrictTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void aCity() {
        Orders.aCity(database);
    }

    @Test
    void twoJudgesMeetAtTheCollectingOrder() throws Exception {
        ExecutorService second = Executors.newSingleThreadExecutor();
        try (Connection first = database.dataSource().getConnection()) {
            first.setAutoCommit(false);
            Orders.open(first, Orders.fullBin(1));
            Future<?> other = second.submit(() -> Orders.open(database, 2));
            Thread.sleep(300);
            assertThat(other.isDone()).isFalse();
            first.commit();
            other.get();
        } finally {
            second.shutdownNow();
        }

        assertThat(database.rows("select items, items_open, collecting, title->>'de', title->>'en' from work_order"))
                .containsExactly("2 2 t 2 Behälter in Nordend 2 bins in Nordend");
        assertThat(database.rows("select distinct order_id from alert")).containsExactly("1");
        assertThat(database.rows("select kind from notice order by notice_id"))
                .containsExactly("alert.opened", "order.opened", "alert.opened", "order.changed");
    }

    @Test
    void aFullOrderIsSealedAndTheNextOneCollects() {
        database.inTransaction(connection -> {
            Orders.open(connection, Orders.fullBin(4), Orders.fullBin(1), Orders.fullBin(3), Orders.fullBin(2));
            return 1;
        });
        Orders.open(database, 5);

        assertThat(database.rows("select order_id, items, collecting from work_order order by order_id"))
                .containsExactly("1 3 f", "2 2 t");
    }

    @Test
    void whatTheCrewHasTakenUpGrowsNoMore() {
        Orders.open(database, 1);
        People.say(database, "acknowledge", Optional.of(1L), List.of());
        Orders.open(database, 2);

        assertThat(database.rows("select state, items, collecting from work_order order by order_id"))
                .containsExactly("acknowledged 1 f", "open 1 t");
    }

    @Test
    void whatJoinsAfterTheWorkIsNotTakenAsDone() {
        Orders.open(database, 1);
        Instant work = Orders.NOW.plusSeconds(600);
        Instant joined = work.plusSeconds(60);
        database.inTransaction(connection -> {
            AppendNotices.on(
                    connection, WriteAlerts.on(connection, List.of(Orders.fullBin(2)), List.of(), Orders.PLAN, joined));
            return 2;
        });

        People.say(
                database,
                "done",
                Optional.of(1L),
                List.of(),
                Optional.of(work),
                joined.plusSeconds(60),
                UUID.randomUUID());

        assertThat(database.rows("select asset_id, state, order_id from alert order by 1"))
                .containsExactly("1 done 1", "2 open 1");
        assertThat(database.rows("select state, items_open from work_order")).containsExactly("open 2");
    }

    @Test
    void anOrderTakesInNothingMoreOnceTheRoundHasBegun() {
        Instant round = Orders.NOW.plusSeconds(3600);
        Verdicts verdicts = new Verdicts(List.of(Orders.fullBin(1)), List.of(), Map.of(1L, round), Map.of());

        database.inTransaction(connection -> WriteAlerts.on(connection, verdicts, Orders.PLAN, Orders.NOW));

        assertThat(database.rows("select due_at = '%s' from timer where kind = 'seal_order'".formatted(round)))
                .containsExactly("t");
    }

    @Test
    void workThatNoCrewTakesGoesToTheStaff() {
        database.inTransaction(connection -> {
            NewAlert elsewhere = new NewAlert(
                    "asset:1",
                    Optional.of(1L),
                    Orders.FULDA,
                    Optional.empty(),
                    Orders.full(),
                    Orders.fullBin(1).episode());
            Orders.open(connection, elsewhere);
            return 1;
        });

        assertThat(database.rows("select crew_id, title->>'de', title->>'en' from work_order"))
                .containsExactly("staff 1 Behälter in Fulda 1 bin in Fulda");
        assertThat(database.rows("select name_de from crew where crew_id = 'staff'"))
                .containsExactly("Verwaltung");
        assertThat(database.rows("select distinct crew_id from notice")).containsExactly("staff");
    }
}
