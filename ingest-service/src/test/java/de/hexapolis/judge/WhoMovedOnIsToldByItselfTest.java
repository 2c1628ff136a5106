package de.hexapolis.judge;

import static de.hexapolis.judge.SilentBins.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Devices that leave the gateway or source whose silence explained theirs, on a real database. */
class WhoMovedOnIsToldByItselfTest {
    private static final String ROOF_IS_SILENT = "gateway-silent gateway:roof/fulda open 1";

    private final SilentBins bins = new SilentBins();

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void aDeviceOfAnotherSourceIsNotExplainedByTheOldOneThatStaysSilent() throws SQLException {
        for (int minutes = 10; minutes <= 50; minutes += 10) {
            bins.itIs(after(minutes));
            bins.lookForCauses();
            bins.judge();
        }
        assertThat(bins.alerts()).containsExactly("source-silent source:tts/fulda open 1");

        bins.itIs(after(60));
        isHeardThrough("ttn", "", 1, 1, after(60));
        for (int minutes = 60; minutes <= 140; minutes += 10) {
            bins.itIs(after(minutes));
            bins.heard("source:ttn");
            bins.lookForCauses();
            bins.judge();
            assertThat(bins.alerts()).as("after %d minutes", minutes).hasSize(1);
        }
        assertThat(bins.column("select asset_id from alert_member where until_at is not null"))
                .containsExactly("1");

        bins.itIs(after(150));
        bins.heard("source:ttn");
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts())
                .as("three intervals after its last message")
                .containsExactly("device-silent open 1", "source-silent source:tts/fulda open 1");
    }

    @Test
    void aGatewayWhoseDevicesAreAllGoneIsNoLongerTold() throws SQLException {
        roofFallsSilent();

        leave(200);
        bins.itIs(after(60));
        bins.othersReport();
        bins.lookForCauses();

        String over = "gateway-silent gateway:roof/fulda withdrawn no_longer_applies 1";
        assertThat(bins.alerts()).containsExactly(over);
        assertThat(bins.column("select state from work_order")).containsExactly("withdrawn");
        assertThat(bins.column("select count(*) from alert_member where until_at is null"))
                .containsExactly("0");
        for (int minutes = 70; minutes <= 120; minutes += 10) {
            bins.itIs(after(minutes));
            bins.othersReport();
            bins.report(151, 200);
            bins.lookForCauses();
            bins.judge();
        }
        assertThat(bins.alerts()).as("nor is it told anew").containsExactly(over);
    }

    @Test
    void aGatewayThatHasOneDeviceLeftStaysTold() throws SQLException {
        roofFallsSilent();

        leave(199);
        bins.itIs(after(60));
        bins.othersReport();
        bins.lookForCauses();

        assertThat(bins.alerts()).containsExactly(ROOF_IS_SILENT);
        assertThat(bins.column("select asset_id from alert_member where until_at is null"))
                .containsExactly("200");
    }

    private void roofFallsSilent() throws SQLException {
        bins.itIs(after(50));
        bins.othersReport();
        bins.lookForCauses();
        assertThat(bins.alerts()).containsExactly(ROOF_IS_SILENT);
    }

    /** The first hundred assets are retired, fifty devices taken down, and the others are heard through the tower. */
    private void leave(int last) {
        bins.itIs(after(55));
        bins.execute("update asset set retired = true where asset_id <= 100");
        bins.execute("update installation set installed_until = '%s' where device_id between 101 and 150"
                .formatted(after(55)));
        isHeardThrough("tts", "tower", 151, last, after(55));
    }

    private void isHeardThrough(String source, String gateway, int first, int last, Instant at) {
        bins.execute("insert into device_route select n, '%s', '%s', '%s' from generate_series(%d, %d) n"
                .formatted(source, gateway, at, first, last));
        bins.report(first, last);
    }

    private static Instant after(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }
}
