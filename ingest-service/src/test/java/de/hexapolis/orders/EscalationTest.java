package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two hours: the crew again; eight: the staff, urgent; a day, unless done: the staff, critical. */
class EscalationTest {
    private static final String ESCALATED =
            "select crew_id, severity from notice where body->>'change' = 'escalated' order by notice_id";

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final TimekeeperRound timekeeper = new TimekeeperRound(database.dataSource());

    @BeforeEach
    void aFullBin() {
        Orders.aCity(database);
        Orders.open(database, 1);
    }

    @Test
    void whatNobodyTakesUpIsToldAgainThenToTheStaffAndRises() throws Exception {
        passed(Duration.ofHours(2).minusSeconds(1));
        assertThat(database.rows(ESCALATED)).isEmpty();

        passed(Duration.ofHours(2));
        passed(Duration.ofHours(8));
        passed(Duration.ofHours(24));

        assertThat(database.rows(ESCALATED)).containsExactly("fulda-nord 1", "staff 2", "staff 3");
        assertThat(database.rows("select severity, due_at - opened_at from alert"))
                .containsExactly("3 12:00:00");
        assertThat(database.rows("select severity, collecting from work_order")).containsExactly("3 f");
        assertThat(database.rows("select action, actor, detail->>'raised_to' from history where actor = 'timer'"
                        + " order by history_id"))
                .containsExactly("escalated timer null", "escalated timer urgent", "escalated timer critical");
    }

    @Test
    void aStepIsLeftOutOnceSomebodyTookItUpButNotTheOneThatWaitsForItToBeDone() throws Exception {
        People.say(database, "acknowledge", Optional.empty(), List.of(1L));
        passed(Duration.ofHours(8));
        assertThat(database.rows(ESCALATED)).isEmpty();

        passed(Duration.ofHours(24));
        assertThat(database.rows(ESCALATED)).containsExactly("staff 3");
    }

    @Test
    void whatIsOverIsNotEscalated() throws Exception {
        Orders.endedBySensor(database, 1, 1, Orders.NOW.plusSeconds(60));

        passed(Duration.ofDays(2));

        assertThat(database.rows(ESCALATED)).isEmpty();
        assertThat(database.rows("select * from timer")).isEmpty();
    }

    @Test
    void whatIsNotPossibleGoesToTheStaffAtOnce() {
        People.say(database, "not-possible", Optional.empty(), List.of(1L));

        assertThat(database.rows("select crew_id, body->>'reason' from notice where body->>'change' = 'escalated'"))
                .containsExactly("staff not_possible");
        assertThat(database.rows("select state, reason, closed_at from alert"))
                .containsExactly("not_possible Zugeparkt null");
    }

    @Test
    void anOrderIsSealedWhenItsTimeHasCome() throws Exception {
        passed(Duration.ofHours(24).minusSeconds(1));
        assertThat(database.rows("select collecting from work_order")).containsExactly("t");

        passed(Duration.ofHours(24));
        assertThat(database.rows("select collecting from work_order")).containsExactly("f");
    }

    private void passed(Duration time) throws Exception {
        Instant now = Orders.NOW.plus(time);
        while (timekeeper.run(now) > 0) {
            // until none is due
        }
    }
}
