package de.hexapolis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.pulse.Heard;
import de.hexapolis.quarantine.Replay;
import de.hexapolis.quarantine.ReplayFilter;
import de.hexapolis.registry.Registry;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Partitions;
import de.hexapolis.telemetry.RawMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way back from quarantine through the real pipeline. */
class ReplayThroughPipelineTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final Fixture fixture = new Fixture(1);
    private final Registry registry = new Registry(fixture.database(), DeviceProfile::parse, Duration.ofDays(400));
    private final Intake intake = new Intake(
            new MessageDecoder(),
            new SourceFormats(Map.of("own", WireFormat.HEXAPOLIS)),
            registry,
            new Resolution(registry, Clock.fixed(NOW, ZoneOffset.UTC), SourceCities.NONE),
            new MessageStore(fixture.database(), new Partitions(fixture.database())),
            new IntakeMeters(new SimpleMeterRegistry()),
            new Heard());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatAnUnknownDeviceSentIsStoredOnceItIsRegisteredAndWhatIsStillWrongKeepsWaiting() throws Exception {
        intake.keep(IntStream.range(0, 700)
                .mapToObj(minute -> message(minute, "11"))
                .toList());
        intake.keep(List.of(message(45 * 24 * 60, "11")));
        assertThat(waiting()).containsExactly("unknown_device 701");
        fixture.execute("insert into device (device_key, city_id, changed_at) values ('bin-2', 'fulda', now())");
        fixture.execute("insert into installation (device_id, asset_id, installed_from) values (2, 1, '2026-06-01Z')");
        fixture.execute("update registry_version set version = version + 1");

        Replay.PageOutcome first = page(0);
        Replay.PageOutcome second = page(first.lastId());

        assertThat(first.more()).isTrue();
        assertThat(first.stored() + second.stored()).isEqualTo(700);
        assertThat(second.more()).isFalse();
        assertThat(waiting()).containsExactly("not_installed 1");
        assertThat(fixture.column("select repeats from quarantine where replayed_at is null"))
                .containsExactly("0");
        assertThat(fixture.column("select count(*) from observation")).containsExactly("700");
    }

    private Replay.PageOutcome page(long after) throws Exception {
        ReplayFilter filter =
                new ReplayFilter(Optional.of("unknown_device"), Optional.of("bin-2"), Optional.empty(), List.of());
        try (Connection connection = fixture.database().getConnection()) {
            return new Replay(intake::keep).page(connection, filter, after, NOW);
        }
    }

    private List<String> waiting() {
        return fixture.column(
                "select reason || ' ' || count(*) from quarantine where replayed_at is null group by reason");
    }

    private static RawMessage message(int minutesAgo, String value) {
        String payload = "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"fill_level\",\"value\":%s}]}"
                .formatted(NOW.minus(Duration.ofMinutes(minutesAgo)), value);
        return new RawMessage("own", "v1/fulda/bin-2/telemetry", payload.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
