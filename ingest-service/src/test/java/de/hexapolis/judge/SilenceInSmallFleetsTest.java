package de.hexapolis.judge;

import static de.hexapolis.judge.SilentBins.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices of one source that leave long gaps between their messages, on a real database. */
class SilenceInSmallFleetsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SHARED = "source-silent source:tts/fulda open 1";

    @Test
    void oneDeadDeviceOfTenIsToldByItselfThoughAllOthersReportAtOnce() throws SQLException {
        try (SilentBins ten = SilentBins.smallFleet(10, HOUR)) {
            for (int minutes = 10; minutes <= 180; minutes += 10) {
                assertThat(ten.alerts()).as("after %d minutes", minutes - 10).isEmpty();
                ten.itIs(NOON.plusSeconds(60L * minutes));
                if (minutes % 60 == 0) {
                    ten.heard("source:tts");
                    ten.report(2, 10);
                }
                ten.lookForCauses();
                ten.judge();
            }

            assertThat(ten.alerts()).as("after three intervals").containsExactly("device-silent open 1");
        }
    }

    @Test
    void tenDeadDevicesAreOneAlertBeforeTheFirstIsSilentByItself() throws SQLException {
        try (SilentBins ten = SilentBins.smallFleet(10, HOUR)) {
            for (int minutes = 10; minutes <= 300; minutes += 10) {
                ten.itIs(NOON.plusSeconds(60L * minutes));
                ten.lookForCauses();
                ten.judge();

                assertThat(ten.alerts())
                        .as("after %d minutes", minutes)
                        .isEqualTo(minutes <= 90 ? List.of() : List.of(SHARED));
            }

            assertThat(ten.column("select count(*) from alert_member where until_at is null"))
                    .containsExactly("10");
        }
    }

    @Test
    void fourAreTooFewToTellOfTheirSource() throws SQLException {
        try (SilentBins four = SilentBins.smallFleet(4, HOUR)) {
            for (int minutes = 10; minutes <= 180; minutes += 10) {
                four.itIs(NOON.plusSeconds(60L * minutes));
                four.lookForCauses();
                four.judge();
            }

            assertThat(four.alerts()).containsExactly("device-silent open 4");
        }
    }

    @Test
    void whoReportsDailyThoughAnHourIsRegisteredMakesNoSourceSilent() throws SQLException {
        try (SilentBins ten = dailyReporters()) {
            for (int hours = 1; hours <= 26; hours++) {
                assertThat(ten.alerts()).as("after %d hours", hours - 1).isEmpty();
                ten.itIs(NOON.plus(Duration.ofHours(hours)));
                if (hours == 24) {
                    ten.heard("source:tts");
                    ten.report(2, 10);
                }
                ten.lookForCauses();
                ten.judge();
            }

            assertThat(ten.alerts()).as("the one that left out its day").containsExactly("device-silent open 1");
        }
    }

    @Test
    void dailyReportersThatAreAllDeadAreOneAlert() throws SQLException {
        try (SilentBins ten = dailyReporters()) {
            for (int minutes = 30; minutes <= 60 * 30; minutes += 30) {
                ten.itIs(NOON.plusSeconds(60L * minutes));
                ten.lookForCauses();
                ten.judge();

                assertThat(ten.alerts())
                        .as("after %d minutes", minutes)
                        .isEqualTo(minutes <= 60 * 25 ? List.of() : List.of(SHARED));
            }
        }
    }

    @Test
    void aSourceOfHourlyAndDailyReportersThatDiesIsOneAlertBeforeTheHourlyOnesAreToldByThemselves()
            throws SQLException {
        try (SilentBins hundred = SilentBins.smallFleet(100, HOUR)) {
            for (int days = 1; days <= 5; days++) {
                hundred.reported(41, 100, NOON.minus(Duration.ofDays(days)));
            }
            for (int hours = 1; hours <= 5; hours++) {
                hundred.reported(1, 40, NOON.minus(Duration.ofHours(hours)));
            }
            for (int minutes = 15; minutes <= 60 * 8; minutes += 15) {
                hundred.itIs(NOON.plusSeconds(60L * minutes));
                hundred.lookForCauses();
                hundred.judge();

                assertThat(hundred.alerts())
                        .as("after %d minutes", minutes)
                        .isEqualTo(minutes <= 180 ? List.of() : List.of(SHARED));
            }
        }
    }

    private static SilentBins dailyReporters() {
        SilentBins ten = SilentBins.smallFleet(10, HOUR);
        for (int days = 1; days <= 5; days++) {
            ten.reported(NOON.minus(Duration.ofDays(days)));
        }
        return ten;
    }
}
