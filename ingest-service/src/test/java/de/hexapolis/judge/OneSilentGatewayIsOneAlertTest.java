package de.hexapolis.judge;

import static de.hexapolis.judge.SilentBins.BEHIND_ROOF;
import static de.hexapolis.judge.SilentBins.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hundred devices and what they share, on a real database. */
class OneSilentGatewayIsOneAlertTest {
    private static final String ONE = "gateway-silent gateway:roof/fulda open 1";

    private final SilentBins bins = new SilentBins();

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void andNoneOfItsDevicesIsToldBesides() throws SQLException {
        bins.itIs(NOON.plusSeconds(40 * 60));
        bins.othersReport();
        bins.lookForCauses();
        assertThat(bins.alerts()).as("none has left out a message yet").isEmpty();

        bins.itIs(NOON.plusSeconds(50 * 60));
        bins.othersReport();
        bins.lookForCauses();
        bins.itIs(NOON.plusSeconds(100 * 60));
        bins.othersReport();
        bins.judge();
        bins.lookForCauses();

        assertThat(bins.alerts()).containsExactly(ONE);
        assertThat(bins.column("select count(*) from alert_member where until_at is null"))
                .containsExactly(String.valueOf(BEHIND_ROOF));
        assertThat(bins.column("select crew_id || ' ' || (title ->> 'en') from work_order"))
                .containsExactly("staff Gateway is silent: roof");
        assertThat(bins.column("select kind from notice order by notice_id"))
                .containsExactly("alert.opened", "order.opened");
        assertThat(bins.column("select rule_id from rule_edition where rule_id <> 'manual'"))
                .containsExactly("gateway-silent");
    }

    @Test
    void whichReplicaEverLooks() throws Exception {
        bins.itIs(NOON.plusSeconds(50 * 60));
        bins.othersReport();
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> looks = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            looks.add(replicas.submit(() -> bins.lookForCauses()));
        }
        for (Future<Boolean> look : looks) {
            look.get();
        }
        replicas.shutdown();

        assertThat(bins.alerts()).containsExactly(ONE);
    }

    @Test
    void onlyOneReplicaLooksAtATime() throws SQLException {
        try (Connection other = bins.connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(740008)");

            assertThat(bins.lookForCauses()).isFalse();
            other.rollback();
        }
        assertThat(bins.lookForCauses()).isTrue();
    }

    @Test
    void alertsThatTheDevicesHadMeanwhileAreTakenBack() throws SQLException {
        bins.itIs(NOON.plusSeconds(100 * 60));
        bins.othersReport();
        bins.judge();
        assertThat(bins.alerts()).containsExactly("device-silent open 200");

        bins.lookForCauses();
        bins.judge();

        assertThat(bins.alerts()).containsExactly("device-silent withdrawn explained_by gateway:roof/fulda 200", ONE);
    }

    @Test
    void whatWasSilentBeforeTheGatewayStaysToldByItself() throws SQLException {
        bins.execute("update latest set received_at = '%s' where series_id = 7".formatted(NOON.minusSeconds(86_400)));
        bins.itIs(NOON.plusSeconds(60));
        bins.judge();
        bins.itIs(NOON.plusSeconds(50 * 60));
        bins.othersReport();
        bins.lookForCauses();
        bins.judge();

        assertThat(bins.alerts()).containsExactly("device-silent open 1", ONE);
    }

    @Test
    void aSilentSourceIsOneAlertAndItsGatewaysAreNone() throws SQLException {
        for (int minutes = 10; minutes <= 180; minutes += 10) {
            bins.itIs(NOON.plusSeconds(60L * minutes));
            bins.lookForCauses();
            bins.judge();
        }

        assertThat(bins.alerts()).containsExactly("source-silent source:tts/fulda open 1");
        assertThat(bins.column("select count(*) from alert_member where until_at is null"))
                .containsExactly("210");
    }

    @Test
    void membersComeBackWhileTheyAreNotHeardThoughTheGatewayIs() throws SQLException {
        bins.itIs(NOON.plusSeconds(50 * 60));
        bins.othersReport();
        bins.lookForCauses();
        Instant back = NOON.plusSeconds(3 * 3600);
        bins.itIs(back);
        bins.othersReport();
        bins.heard("gateway:roof");
        bins.report(1, 100);
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts())
                .as("each has its interval anew")
                .containsExactly("gateway-silent gateway:roof/fulda verified 1");

        bins.itIs(back.plusSeconds(80 * 60));
        bins.othersReport();
        bins.heard("gateway:roof");
        bins.report(1, 100);
        bins.itIs(back.plusSeconds(100 * 60));
        bins.heard("source:tts", "gateway:roof", "gateway:tower");
        bins.lookForCauses();
        bins.judge();

        assertThat(bins.alerts())
                .containsExactly("device-silent open 100", "gateway-silent gateway:roof/fulda verified 1");
        assertThat(bins.column("select count(*) from alert_member where until_at is null"))
                .containsExactly("0");
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts()).hasSize(2);
    }

    @Test
    void whoIsHeardThroughAnotherGatewayIsNoMemberAnyMore() throws SQLException {
        bins.itIs(NOON.plusSeconds(50 * 60));
        bins.othersReport();
        bins.lookForCauses();
        bins.itIs(NOON.plusSeconds(60 * 60));
        bins.othersReport();
        bins.report(1, 1);
        bins.execute("insert into device_route values (1, 'tts', 'tower', '%s')".formatted(NOON.plusSeconds(60 * 60)));
        bins.lookForCauses();

        assertThat(bins.column("select asset_id from alert_member where until_at is not null"))
                .containsExactly("1");
        bins.itIs(NOON.plusSeconds(160 * 60));
        bins.othersReport();
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts()).containsExactly("device-silent open 1", ONE);
    }

    @Test
    void whatThePlatformItselfDidNotHearIsNobodysSilence() throws SQLException {
        bins.itIs(NOON);
        bins.platformSleepsUntil(NOON.plusSeconds(48 * 3600));
        bins.judge();
        bins.lookForCauses();
        assertThat(bins.alerts()).as("before anybody noted that it is back").isEmpty();

        bins.platformIsBack();
        Instant back = NOON.plusSeconds(48 * 3600);
        bins.itIs(back.plusSeconds(40 * 60));
        bins.othersReport();
        bins.heard("gateway:roof");
        bins.report(1, 150);
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts()).as("each has its interval anew").isEmpty();

        bins.itIs(back.plusSeconds(100 * 60));
        bins.othersReport();
        bins.heard("gateway:roof");
        bins.report(1, 150);
        bins.lookForCauses();
        bins.judge();
        assertThat(bins.alerts()).containsExactly("device-silent open 50");
    }
}
