package de.hexapolis.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left of an alert and an order that were closed in January, and of who did it. */
class ForgettingTest {
    private static final Instant JANUARY = Instant.parse("2026-01-15T12:00:00Z");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void doAndClose() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
                values ('fulda', 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z');
                insert into work_order (city_id, crew_id, work, state, collecting, severity, assignee, opened_at, closed_at,
                    changed_at)
                values ('fulda', 'staff', 'empty', 'verified', false, 1, 'kim', '2026-01-14Z', '2026-01-15Z', '2026-01-15Z');
                insert into alert (city_id, subject, rule_id, edition, severity, state, began_at, opened_at, closed_at,
                    order_id, assignee, evidence, changed_at)
                values ('fulda', 'source:x/fulda', 'bin-full', 'manual', 1, 'verified', '2026-01-14Z', '2026-01-14Z',
                        '2026-01-15Z', 1, 'kim', '{}', '2026-01-15Z'),
                    ('fulda', 'source:x/fulda', 'bin-full', 'manual', 1, 'open', '2026-01-15T01:00:00Z',
                        '2026-01-15T01:00:00Z', null, null, 'kim', '{}', '2026-01-15Z');
                insert into history (city_id, alert_id, order_id, at, happened_at, action, actor, detail) values
                    ('fulda', 1, 1, '2026-01-14Z', '2026-01-14Z', 'opened', 'sensor', '{"severity": "info"}'),
                    ('fulda', 1, 1, '2026-01-15Z', '2026-01-15Z', 'assign', 'kim',
                        '{"assignee": "kim", "text": "Kim hat den Schlüssel", "due_at": "2026-01-16T00:00:00Z"}');
                insert into notice (notice_id, city_id, kind, alert_id, order_id, severity, at, body, spread)
                values (1, 'fulda', 'alert.opened', 1, 1, 1, '2026-01-14Z', '{}', true),
                    (2, 'fulda', 'alert.opened', 2, null, 1, '2026-01-14Z', '{}', true);
                insert into delivery (notice_id, channel_id, not_before, give_up_at, state)
                select n.notice_id, c.channel_id, n.at, n.at, case n.notice_id when 1 then 'delivered' else 'waiting' end
                from notice n, channel c;
                insert into command (command_id, kind, requested_by, requested_at, body, outcome, result, finished_at) values
                    (gen_random_uuid(), 'put-channel', 'erika', '2026-01-15Z', '{"keys": {"auth": "x"}, "name": "n"}',
                        'done', '{"secret": "whsec_x", "created": true}', '2026-01-15Z');
                """);
    }

    @Test
    void deletesNoticesButNotWhatStillWaits() throws SQLException {
        OldNotices.delete(database.dataSource().getConnection(), JANUARY);

        assertThat(database.rows("select notice_id from notice")).containsExactly("2");
        assertThat(database.rows("select state from delivery")).containsExactly("waiting");
    }

    @Test
    void deletesAClosedAlertAndItsOrderOnceNoNoticeNamesThem() throws SQLException {
        OldAlerts.delete(database.dataSource().getConnection(), JANUARY);
        assertThat(database.rows("select alert_id from alert order by 1")).containsExactly("1", "2");

        OldNotices.delete(database.dataSource().getConnection(), JANUARY);
        OldAlerts.delete(database.dataSource().getConnection(), JANUARY);

        assertThat(database.rows("select alert_id from alert")).containsExactly("2");
        assertThat(database.rows("select * from work_order")).isEmpty();
        assertThat(database.rows("select * from history")).isEmpty();
    }

    @Test
    void takesTheNamesOfPersonsOutOfWhatIsOver() throws SQLException {
        Forgotten.apply(database.dataSource().getConnection(), JANUARY, JANUARY);

        assertThat(database.rows("select actor from history order by history_id"))
                .containsExactly("sensor", "person");
        assertThat(database.rows("select detail from history order by history_id"))
                .containsExactly("{\"severity\": \"info\"}", "{\"due_at\": \"2026-01-16T00:00:00Z\"}");
        assertThat(database.rows("select assignee from alert order by alert_id"))
                .containsExactly("person", "kim");
        assertThat(database.rows("select assignee from work_order")).containsExactly("person");
        assertThat(database.rows("select requested_by from command")).containsExactly("person");
    }

    @Test
    void answersASecretForAnHourOnly() throws SQLException {
        Instant made = Instant.parse("2026-01-15T00:00:00Z");
        Instant never = Instant.parse("2025-01-01T00:00:00Z");
        Forgotten.apply(database.dataSource().getConnection(), never, made.plus(Duration.ofMinutes(59)));
        assertThat(database.rows("select result ->> 'secret' from command")).containsExactly("whsec_x");

        Forgotten.apply(database.dataSource().getConnection(), never, made.plus(Duration.ofMinutes(61)));

        assertThat(database.rows("select result::text, body::text from command"))
                .containsExactly("{\"created\": true} {\"name\": \"n\"}");
    }
}
