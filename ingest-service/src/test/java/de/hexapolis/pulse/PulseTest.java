package de.hexapolis.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.store.Fixture;
import de.hexapolis.telemetry.PlatformClock;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was heard, written down beside ingest, on a real database. */
class PulseTest {
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final Optional<String> ROOF = Optional.of("a84041ffff000001");

    private final Fixture fixture = new Fixture(1);
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theNewestStaysWhicheverReplicaWritesFirst() throws SQLException {
        Heard other = new Heard();
        heard.source("tts", TEN.plusSeconds(30));
        other.source("tts", TEN);
        other.device(1, "tts", ROOF, TEN);

        write(heard, TEN.plusSeconds(31)).once();
        write(other, TEN.plusSeconds(32)).once();

        assertThat(pulses()).containsExactly("gateway:a84041ffff000001 10:00:00", "source:tts 10:00:30");
        assertThat(routes()).containsExactly("1 tts a84041ffff000001 01.10:00");
    }

    @Test
    void aRouteIsRenewedOnceADay() throws SQLException {
        for (int hours = 0; hours < 49; hours += 4) {
            heard.device(1, "tts", ROOF, TEN.plus(Duration.ofHours(hours)));
            heard.device(1, "tts", Optional.empty(), TEN);
            assertThat(heard.take().routes().size())
                    .as("after %d hours", hours)
                    .isEqualTo(hours == 0 ? 2 : hours == 28 ? 1 : 0);
        }
    }

    @Test
    void aDeviceThatWasDeletedMeanwhileHoldsNobodyUp() throws SQLException {
        heard.device(99, "tts", ROOF, TEN);
        heard.device(1, "tts", Optional.empty(), TEN);

        write(heard, TEN).once();

        assertThat(routes()).containsExactly("1 tts  01.10:00");
    }

    @Test
    void whatCouldNotBeWrittenIsKeptForTheNextTime() throws SQLException {
        heard.source("tts", TEN);
        heard.device(1, "tts", ROOF, TEN);
        DataSource away = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLTransientConnectionException("the database is away", "08006");
                });

        assertThatThrownBy(() -> new WritePulse(away, clockAt(TEN), heard).once())
                .isInstanceOf(SQLException.class);
        heard.source("tts", TEN.plusSeconds(10));
        write(heard, TEN.plusSeconds(11)).once();

        assertThat(pulses()).containsExactly("gateway:a84041ffff000001 10:00:00", "source:tts 10:00:10");
        assertThat(routes()).hasSize(1);
    }

    @Test
    void namesFromOutsideFillNoMemory() {
        for (int n = 0; n < 250_000; n++) {
            heard.device(n, "tts", Optional.of("gateway-" + n), TEN);
        }

        Heard.Since since = heard.take();
        assertThat(since.subjects()).hasSize(20_000);
        assertThat(since.routes()).hasSize(200_000);
    }

    @Test
    void thePlatformsOwnOutageEndsWhenItComesBack() throws SQLException {
        write(heard, TEN).once();
        assertThat(outageUntil(TEN.plusSeconds(1))).as("it never ran before").isBetween(TEN, TEN.plusSeconds(1));
        write(heard, TEN.plusSeconds(240)).once();
        assertThat(outageUntil(TEN.plusSeconds(500)))
                .as("four minutes are none")
                .isBefore(TEN.plusSeconds(1));

        Instant monday = TEN.plus(Duration.ofDays(2));
        assertThat(outageUntil(monday))
                .as("before anybody noted that it is back")
                .isEqualTo(monday);
        write(heard, monday).once();
        write(heard, monday.plusSeconds(10)).once();
        assertThat(outageUntil(monday.plusSeconds(60))).isBetween(monday, monday.plusSeconds(2));
    }

    private WritePulse write(Heard from, Instant now) {
        return new WritePulse(fixture.database(), clockAt(now), from);
    }

    private static PlatformClock clockAt(Instant now) {
        return PlatformClock.of(Instant.now(), now, 1);
    }

    private Instant outageUntil(Instant now) throws SQLException {
        try (Connection connection = fixture.database().getConnection()) {
            return OwnOutage.until(connection, now);
        }
    }

    private List<String> pulses() {
        return fixture.column(
                """
                select subject || ' ' || to_char(heard_at at time zone 'UTC', 'HH24:MI:SS') from pulse
                where subject not like 'platform%' order by subject
                """);
    }

    private List<String> routes() {
        return fixture.column(
                """
                select device_id || ' ' || source || ' ' || gateway || ' '
                    || to_char(heard_at at time zone 'UTC', 'DD.HH24:MI')
                from device_route order by 1
                """);
    }
}
