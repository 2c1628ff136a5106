package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoneButStillFullReopensTest {
    private static final Instant DONE = Orders.NOW.plus(Duration.ofMinutes(30));
    private static final Instant LOOK = DONE.plus(Duration.ofHours(3));

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final TimekeeperRound timekeeper = new TimekeeperRound(database.dataSource());

    @BeforeEach
    void aFullBinThatSomebodySaysIsEmptied() {
        Orders.aCity(database);
        Orders.open(database, 1);
        People.done(database, 1, DONE, DONE);
    }

    @Test
    void aNewerReadingThatDisagreesOpensTheAlertAndTheOrderAgain() throws Exception {
        reading(88, DONE.plus(Duration.ofHours(2)));

        runUntil(LOOK.minusSeconds(1));
        assertThat(state()).isEqualTo("done 0 done");
        runUntil(LOOK);

        assertThat(state()).isEqualTo("open 1 open");
        assertThat(database.rows("select action, actor, detail->>'reason', from_state, to_state from history"
                        + " where action = 'reopened'"))
                .containsExactly("reopened timer data_disagree done open");
        assertThat(database.rows("select kind, body->>'reason' from notice where body->>'change' = 'reopened'"))
                .containsExactly("alert.changed data_disagree");
        assertThat(database.rows("select count(*) from occurrence")).containsExactly("0");
        assertThat(database.rows("select min(due_at) = '2026-07-01T14:00Z' from timer where kind = 'escalate'"))
                .containsExactly("t");
    }

    @Test
    void aReadingFromBeforeTheWorkSaysNothing() throws Exception {
        reading(88, DONE.plusSeconds(60));

        runUntil(LOOK.plus(Duration.ofHours(12)));

        assertThat(state()).isEqualTo("done 0 done");
    }

    @Test
    void aReadingThatIsStillToBeJudgedIsWaitedFor() throws Exception {
        reading(88, DONE.plus(Duration.ofHours(2)));
        database.execute("insert into due (asset_id, from_at, received_at) values (1, now(), now())");
        runUntil(LOOK);
        assertThat(state()).isEqualTo("done 0 done");

        database.execute("delete from due");
        runUntil(LOOK.plus(Duration.ofHours(1)));
        assertThat(state()).isEqualTo("open 1 open");
    }

    @Test
    void withoutAnyReadingTheStaffHearAfter26HoursThatNobodyCanTellAndThePersonsWordStands() throws Exception {
        for (int hour = 0; hour <= 23; hour++) {
            runUntil(LOOK.plus(Duration.ofHours(hour)));
        }

        assertThat(state()).isEqualTo("done 0 done");
        assertThat(database.rows(
                        "select kind, crew_id, alert_id from notice where body->>'change' = 'cannot_be_verified'"))
                .containsExactly("alert.changed staff 1");
        assertThat(database.rows("select kind, told_by, asset_id from occurrence"))
                .containsExactly("emptying person 1");
        runUntil(LOOK.plus(Duration.ofDays(2)));
        assertThat(database.rows("select count(*) from notice where body->>'change' = 'cannot_be_verified'"))
                .containsExactly("1");
    }

    @Test
    void aReadingThatComesAfterTheStaffWereToldStillDecides() throws Exception {
        for (int hour = 0; hour <= 40; hour++) {
            runUntil(LOOK.plus(Duration.ofHours(hour)));
        }
        assertThat(state()).isEqualTo("done 0 done");

        reading(88, LOOK.plus(Duration.ofHours(40)));
        runUntil(LOOK.plus(Duration.ofHours(41)));

        assertThat(state()).isEqualTo("open 1 open");
        assertThat(database.rows("select removed from occurrence")).containsExactly("t");
    }

    @Test
    void whoSaysItTwiceIsLookedAfterOnce() throws Exception {
        reading(70, DONE.plus(Duration.ofHours(2)));
        runUntil(LOOK);
        People.say(database, "not-possible", Optional.empty(), List.of(1L), Optional.of(LOOK), LOOK, UUID.randomUUID());

        People.done(database, 1, LOOK.plusSeconds(60), LOOK.plusSeconds(60));

        assertThat(database.rows("select step from timer where kind = 'look_again'"))
                .containsExactly("0");
    }

    @Test
    void readingsThatNoJudgeHasSeenAreNotCountedAsUndecided() throws Exception {
        reading(70, DONE.plus(Duration.ofHours(2)));
        database.execute("insert into due (asset_id, from_at, received_at) values (1, now(), now())");

        for (int hour = 0; hour <= 5; hour++) {
            runUntil(LOOK.plus(Duration.ofHours(hour)));
        }

        assertThat(state()).isEqualTo("done 0 done");
    }

    @Test
    void theSensorsAgreementVerifiesAndTheirOwnOccurrenceIsEnough() throws Exception {
        database.execute(
                """
                insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
                values (1, 'fulda', 'emptying', '2026-07-01T09:30Z', '{}', 'sensor', now())
                """);
        Orders.endedBySensor(database, 1, 1, DONE.plus(Duration.ofHours(1)));

        runUntil(LOOK);

        assertThat(state()).isEqualTo("verified 0 verified");
        assertThat(database.rows("select told_by from occurrence")).containsExactly("sensor");
    }

    private void runUntil(Instant now) throws Exception {
        while (timekeeper.run(now) > 0) {
            // until none is due
        }
    }

    private String state() {
        return database.rows("select a.state, a.reopened, o.state from alert a join work_order o using (order_id)")
                .get(0);
    }

    private void reading(double value, Instant at) {
        database.execute(
                """
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
                values (1, 0, '%s', %s, '%s', '2026-07-01Z')
                """
                        .formatted(at, value, at));
    }
}
