package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a judge in the middle of its work. */
class NothingIsLostTest {
    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");

    private final JudgedBins bins = new JudgedBins(70, EIGHT.plusSeconds(7200)).withRule("bin-full", JudgedBins.FULL);

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void aJudgeThatDiesAtAnyStepLeavesAllOfItToTheNext() throws SQLException {
        int bin = 0;
        boolean died = true;
        while (died) {
            bin++;
            bins.write(reading(bin, EIGHT, 10), reading(bin, EIGHT.plusSeconds(60), 80));
            bins.judgeAll();
            bins.write(reading(bin, EIGHT.plusSeconds(120), 90));
            died = dieAt(bin, bin);

            bins.judgeAll();
            String open =
                    "select state || ' ' || to_char(began_at at time zone 'UTC', 'HH24:MI') from alert where asset_id = ";
            assertThat(bins.fixture().column(open + bin)).containsExactly("open 08:01");
            assertThat(bins.fixture()
                            .column("select count(*) from history h join alert using (alert_id) where asset_id = "
                                    + bin))
                    .containsExactly("1");
            assertThat(bins.fixture().column("select count(*) from due")).containsExactly("0");
        }
        assertThat(bin).isGreaterThan(15);
        assertThat(bins.fixture().column("select count(*) from notice where kind = 'alert.opened'"))
                .containsExactly(String.valueOf(bin));
    }

    /** @return whether the judge came so far */
    private boolean dieAt(int statement, int bin) throws SQLException {
        AtomicBoolean died = new AtomicBoolean();
        DataSource dying = Meddling.with(bins.fixture().database(), (number, sql, connection) -> {
            if (number == statement) {
                died.set(true);
                connection.close();
                throw new SQLException("the program was killed", "08006");
            }
        });
        try {
            bins.judge(dying).oldest();
        } catch (SQLException killed) {
            assertThat(bins.fixture().column("select count(*) from alert where asset_id = " + bin))
                    .containsExactly("0");
        }
        return died.get();
    }

    @Test
    void aReadingThatIsCommittedBetweenReadingAndBandIsJudged() throws SQLException {
        bins.write(reading(1, EIGHT, 10), reading(1, EIGHT.plusSeconds(60), 80));
        bins.judgeAll();
        bins.fixture().execute("update latest set quiet_low = 0, quiet_high = 79");
        bins.write(reading(1, EIGHT.plusSeconds(90), 81));
        bins.fixture().execute("update latest set quiet_low = 0, quiet_high = 99");
        AtomicInteger late = new AtomicInteger();
        DataSource raced = Meddling.with(bins.fixture().database(), (number, sql, connection) -> {
            if (sql.contains("from latest where series_id = any (?) order by series_id for update")
                    && late.incrementAndGet() == 1) {
                assertThat(bins.write(reading(1, EIGHT.plusSeconds(120), 96), reading(1, EIGHT.plusSeconds(180), 97))
                                .due())
                        .as("within the old band, so the writer asks nobody")
                        .isZero();
            }
        });

        JudgedBins.judgeAll(bins.judge(raced));

        assertThat(late.get()).isPositive();
        assertThat(bins.alerts()).containsExactly("1 bin-full 01.08:01:00 2 open");
    }

    @Test
    void aFaultyAssetIsPutAsideAndHoldsNobodyUp() throws SQLException {
        bins.fixture()
                .execute(
                        """
                        insert into city (city_id, name, zone) values ('nowhere', 'Nowhere', 'No/Zone');
                        update asset set city_id = 'nowhere' where asset_id = 2;
                        """);
        for (int bin = 1; bin <= 3; bin++) {
            bins.write(reading(bin, EIGHT, 80), reading(bin, EIGHT.plusSeconds(60), 80));
        }

        bins.judgeAll();

        assertThat(bins.alerts()).containsExactly("1 bin-full 01.08:00:00 0 open", "3 bin-full 01.08:00:00 0 open");
        assertThat(bins.fixture()
                        .column("select asset_id || ' ' || faults || ' ' || next_at from asset_watch where faults > 0"))
                .containsExactly("2 1 2026-07-01 10:02:00+00");
        assertThat(bins.fixture().column("select count(*) from due")).containsExactly("0");
        assertThat(bins.meters.counter("hexapolis.judge.faults").count()).isEqualTo(1);

        bins.fixture().execute("update city set zone = 'Europe/Berlin' where city_id = 'nowhere'");
        bins.itIs(EIGHT.plusSeconds(7200 + 180));
        bins.judgeAll();

        assertThat(bins.alerts()).hasSize(3);
        assertThat(bins.fixture().column("select asset_id from asset_watch where faults > 0"))
                .isEmpty();
    }

    @Test
    void aDefectBeforeAnythingIsClaimedStaysWhatItIs() {
        bins.write(reading(1, EIGHT, 80), reading(1, EIGHT.plusSeconds(60), 80));
        IllegalStateException defect = new IllegalStateException("a defect");
        Judge broken = bins.judge(Meddling.with(bins.fixture().database(), (number, sql, connection) -> {
            if (sql.contains("from asset_watch")) {
                throw defect;
            }
        }));

        assertThatThrownBy(broken::oldest).isSameAs(defect);
    }

    @Test
    void whatSomebodyHoldsForLongStaysDueAndIsJudgedOnceAfterwards() throws SQLException {
        for (int bin = 1; bin <= 8; bin++) {
            bins.write(reading(bin, EIGHT, 80), reading(bin, EIGHT.plusSeconds(60), 80));
        }
        AtomicInteger claimedAlone = new AtomicInteger();
        DataSource counted = Meddling.with(bins.fixture().database(), (number, sql, connection) -> {
            if (sql.contains("from asset_watch where asset_id = ?")) {
                claimedAlone.incrementAndGet();
            }
        });
        try (Connection other = bins.fixture().database().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from latest where series_id <= 6 for update");

            assertThat(bins.judge(counted).oldest()).as("so the judge pauses").isZero();

            assertThat(claimedAlone.get())
                    .as("four that are held, and who comes between them")
                    .isBetween(4, 6);
            assertThat(bins.fixture().column("select distinct asset_id from due where asset_id <= 6 order by 1"))
                    .containsExactly("1", "2", "3", "4", "5", "6");
            other.rollback();
        }

        bins.judgeAll();

        assertThat(bins.alerts()).hasSize(8).allMatch(alert -> alert.endsWith(" bin-full 01.08:00:00 0 open"));
        assertThat(bins.fixture().column("select count(*) from due")).containsExactly("0");
        assertThat(bins.fixture().column("select asset_id from asset_watch where faults > 0"))
                .isEmpty();
        assertThat(bins.fixture().column("select count(*) from history")).containsExactly("8");
        assertThat(bins.fixture().column("select count(*) from notice where kind = 'alert.opened'"))
                .containsExactly("8");
    }

    @Test
    void whatIsJudgedAgainChangesNothing() throws SQLException {
        bins.write(
                reading(1, EIGHT, 80), reading(1, EIGHT.plusSeconds(60), 90), reading(1, EIGHT.plusSeconds(120), 91));
        bins.judgeAll();
        String all = "select a::text || (select count(*) from history h where h.alert_id = a.alert_id) from alert a";
        var before = bins.fixture().column(all);

        bins.fixture()
                .execute("insert into due (asset_id, from_at, received_at) values (1, '2026-07-01T07:00Z', now())");
        bins.judgeAll();

        assertThat(bins.fixture().column(all)).isEqualTo(before);
    }

    @Test
    void anAssetThatWasPutAsideWaitsForItsTimeAndHidesNobody() throws SQLException {
        bins.fixture()
                .execute(
                        """
                        update asset_watch set faults = 1, next_at = '2026-07-01T11:00Z' where asset_id = 1;
                        insert into due (asset_id, from_at, received_at)
                        select 1, '2026-07-01T08:00Z', now() from generate_series(1, 600)
                        """);
        bins.write(reading(2, EIGHT, 80), reading(2, EIGHT.plusSeconds(60), 80));

        int judged = bins.judge().oldest();

        assertThat(judged).isEqualTo(1);
        assertThat(bins.alerts()).containsExactly("2 bin-full 01.08:00:00 0 open");
        assertThat(bins.fixture().column("select distinct asset_id from due")).containsExactly("1");
    }

    @Test
    void aProgramThatIsTooOldForTheRulesJudgesNothing() throws SQLException {
        bins.write(reading(1, EIGHT, 80), reading(1, EIGHT.plusSeconds(60), 80));
        bins.judgeAll();
        bins.withRule("of-tomorrow", "{\"id\": \"of-tomorrow\", \"kinds\": [\"bin\"], \"when\": {\"smell\": {}}}");
        bins.write(reading(1, EIGHT.plusSeconds(120), 96), reading(1, EIGHT.plusSeconds(180), 97));

        assertThat(bins.judgeAll()).isZero();

        assertThat(bins.alerts()).containsExactly("1 bin-full 01.08:00:00 0 open");
        assertThat(bins.fixture().column("select count(*) from due")).containsExactly("1");
    }
}
