package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.MessageRows;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readings that come late, and persons, make of alerts that were told. */
class LateReadingsTest {
    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");

    private final JudgedBins bins = new JudgedBins(5, EIGHT.plusSeconds(4 * 3600))
            .withRule("bin-full", JudgedBins.FULL)
            .withOccurrence(
                    "emptying",
                    """
                    {"kind": "emptying", "kinds": ["bin"], "quantity": "fill_level", "fall": 25, "at_most": 20, "confirm": 2}
                    """);

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void anAlertOfWhichNothingIsLeftIsTakenBackUnlessAPersonWorkedOnIt() throws SQLException {
        for (int bin = 1; bin <= 2; bin++) {
            bins.write(at(bin, 0, 30), at(bin, 30, 88), at(bin, 60, 90), at(bin, 90, 12), at(bin, 120, 15));
        }
        bins.judgeAll();
        assertThat(bins.alerts()).hasSize(2).allMatch(alert -> alert.endsWith(" verified"));
        saidByAPerson(2, "acknowledge", "acknowledged");

        bins.write(at(1, 45, 30), at(2, 45, 30));
        bins.judgeAll();

        assertThat(bins.alerts()).containsExactly("2 bin-full 01.08:30:00 01.09:30:00 1 verified");
        assertThat(
                        bins.fixture()
                                .column(
                                        "select state || ' ' || reason || ' ' || (select string_agg(action, ' ' order by history_id)"
                                                + " from history h where h.alert_id = a.alert_id) from alert a where asset_id = 1"))
                .containsExactly("withdrawn late_data opened ended withdrawn");
    }

    @Test
    void aLateReadingThatJoinsTwoEpisodesLeavesTheOpenAlertAlone() throws SQLException {
        bins.write(at(1, 0, 88), at(1, 10, 90), at(1, 60, 12), at(1, 70, 15));
        bins.judgeAll();
        bins.write(at(1, 120, 88), at(1, 130, 90));
        bins.judgeAll();
        assertThat(bins.alerts()).hasSize(2);

        bins.write(at(1, 65, 88));
        bins.judgeAll();

        assertThat(bins.alerts()).containsExactly("1 bin-full 01.08:00:00 1 open");
        assertThat(bins.fixture().column("select faults from asset_watch where asset_id = 1"))
                .containsExactly("0");
    }

    @Test
    void twoAlertsNeverBeginAtTheSameTimeThoughAPersonWorkedOnTheFirst() throws SQLException {
        bins.write(at(1, 0, 88), at(1, 10, 90), at(1, 60, 12), at(1, 70, 15));
        bins.judgeAll();
        saidByAPerson(1, "acknowledge", "acknowledged");
        bins.write(at(1, 120, 88), at(1, 130, 90));
        bins.judgeAll();

        bins.write(at(1, 65, 88));
        bins.judgeAll();

        assertThat(bins.alerts())
                .containsExactly("1 bin-full 01.08:00:00 01.09:00:00 1 verified", "1 bin-full 01.10:00:00 1 open");
        assertThat(bins.fixture().column("select faults from asset_watch where asset_id = 1"))
                .containsExactly("0");
    }

    @Test
    void whatAPersonTookBackIsNotToldOnceMore() throws SQLException {
        bins.write(at(1, 0, 88), at(1, 10, 90));
        bins.judgeAll();
        bins.fixture()
                .execute("update alert set state = 'withdrawn', closed_at = '2026-07-01T12:00Z', reason = 'person'");
        saidByAPerson(1, "withdraw", "withdrawn");
        bins.write(at(1, 60, 12), at(1, 70, 15));
        bins.judgeAll();

        bins.fixture()
                .execute("insert into due (asset_id, from_at, received_at) values (1, '2026-07-01T07:00Z', now())");
        bins.judgeAll();

        assertThat(bins.fixture()
                        .column("select state || ' ' || to_char(ended_at at time zone 'UTC', 'HH24:MI') from alert"))
                .containsExactly("withdrawn 09:00");
    }

    @Test
    void aPersonsFlagOverThePastTakesBackWhatItsReadingsTold() throws SQLException {
        Instant now = EIGHT.plusSeconds(4 * 3600);
        bins.itIs(now.minusSeconds(3 * 86_400));
        int days = -3 * 24 * 60;
        bins.write(at(1, days, 88), at(1, days + 10, 90), at(1, days + 60, 12), at(1, days + 70, 15));
        bins.judgeAll();
        assertThat(bins.alerts()).hasSize(1);

        bins.itIs(now);
        flaggedByAPerson("2026-06-28T07:00Z", "2026-06-28T09:00Z");
        bins.judgeAll();

        assertThat(bins.fixture().column("select quality from observation order by observed_at"))
                .containsExactly("3", "3", "0", "0");
        assertThat(bins.alerts()).isEmpty();
    }

    @Test
    void whatWasToldInAnEarlierSeasonStays() throws SQLException {
        String wednesdays = JudgedBins.FULL
                .replace("\"work\"", "\"season\": {\"months\": [6, 7], \"weekdays\": [\"wed\"]}, \"work\"")
                .replace("bin-full", "bin-full-on-wednesdays");
        bins.withRule("bin-full-on-wednesdays", wednesdays);
        int week = -7 * 24 * 60;
        bins.itIs(EIGHT.plusSeconds(week * 60L + 4 * 3600));
        bins.write(at(1, week, 88), at(1, week + 10, 90), at(1, week + 60, 12), at(1, week + 70, 15));
        bins.judgeAll();
        assertThat(bins.alerts()).hasSize(2).allMatch(alert -> alert.endsWith(" verified"));

        bins.itIs(EIGHT.plusSeconds(4 * 3600));
        flaggedByAPerson("2026-06-24T07:00Z", "2026-06-24T07:30Z");
        bins.judgeAll();

        assertThat(bins.alerts()).hasSize(2).allMatch(alert -> alert.endsWith(" verified"));
    }

    @Test
    void anEmptyingThatAPersonToldAndTheSensorTooStandsOnce() throws SQLException {
        bins.write(at(1, 0, 60), at(1, 30, 10), at(1, 60, 11));
        bins.judgeAll();
        assertThat(bins.fixture().column("select told_by from occurrence")).containsExactly("sensor");

        bins.fixture()
                .execute(
                        """
                        insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
                        values (1, 'fulda', 'emptying', '2026-07-01T08:20Z', '{"text": "done"}', 'person', now());
                        insert into due (asset_id, from_at, received_at) values (1, '2026-07-01T08:00Z', now())
                        """);
        bins.judgeAll();

        assertThat(
                        bins.fixture()
                                .column(
                                        "select told_by || ' ' || (detail ->> 'text') || ' ' || (detail ->> 'after') from occurrence"))
                .containsExactly("person done 10.0");
    }

    private void saidByAPerson(int bin, String action, String to) {
        bins.fixture()
                .execute(
                        """
                        insert into history (city_id, alert_id, at, happened_at, action, from_state, to_state, actor, command_id)
                        select city_id, alert_id, now(), now(), '%s', 'open', '%s', 'anna', gen_random_uuid()
                        from alert where asset_id = %d
                        """
                                .formatted(action, to, bin));
    }

    /** That nothing that the first bin said then is to be believed. */
    private void flaggedByAPerson(String from, String until) {
        bins.fixture()
                .execute(
                        """
                        insert into series_flag (series_id, flag, from_at, until_at, set_by, changed_at) values
                            (1, 'person', '%1$s', '%2$s', 'person', '2026-07-01T12:00Z');
                        insert into due (asset_id, from_at, received_at) values (1, '%1$s', '2026-07-01T12:00Z')
                        """
                                .formatted(from, until));
    }

    private static MessageRows at(int bin, int minutes, double value) {
        return reading(bin, EIGHT.plusSeconds(60L * minutes), value);
    }
}
