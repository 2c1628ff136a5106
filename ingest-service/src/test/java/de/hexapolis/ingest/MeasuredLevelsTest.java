package de.hexapolis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.quarantine.Reingest;
import de.hexapolis.store.Compression;
import de.hexapolis.store.Fixture;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two levels for one instant, computed and measured, the measured one is kept, whichever comes first. */
class MeasuredLevelsTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final String DISTANCE = "{\"quantity\":\"distance\",\"value\":600}";
    private static final String LEVEL = "{\"quantity\":\"fill_level\",\"value\":42}";

    private final Fixture fixture = new Fixture(0);
    private final Reingest pipeline = Intakes.replica(fixture.database(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void aCalibratedBin() {
        fixture.execute(
                """
                insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-06-01Z');
                insert into calibration values (1, '2026-06-01Z', 1000, 200);
                """);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aMeasuredLevelTakesThePlaceOfTheComputedOneInRollupsToo() throws InterruptedException {
        keep(DISTANCE);
        assertThat(levels()).containsExactly("50 t");
        fixture.execute("update latest set rolled_until = '2026-07-01T22:00Z'");

        keep(LEVEL);
        keep(LEVEL);
        keep(DISTANCE);

        assertKept();
        assertThat(fixture.column("select quantity from rollup_mark join series using (series_id)"))
                .containsExactly("fill_level");
    }

    @Test
    void aMeasuredLevelTakesThePlaceOfTheComputedOneInACompressedChunk() throws InterruptedException {
        Compression compression = Compression.assumedOf(fixture.database());
        keep(DISTANCE);
        compression.compress();

        keep(LEVEL);

        assertKept();
    }

    @Test
    void aMeasuredLevelIsKeptThoughAComputedOneFollows() throws InterruptedException {
        keep(LEVEL);
        keep(DISTANCE);

        assertKept();
    }

    @Test
    void aMeasuredLevelIsKeptOfBothInOneBatch() throws InterruptedException {
        keep(DISTANCE, LEVEL, DISTANCE);

        assertKept();
    }

    @Test
    void anotherMeasuredLevelForTheSameInstantIsAConflict() throws InterruptedException {
        keep(DISTANCE);
        keep(LEVEL);
        keep(LEVEL.replace("42", "43"));

        assertThat(levels()).containsExactly("42 f");
        assertThat(fixture.column("select reason from quarantine")).containsExactly("conflict");
    }

    @Test
    void aConflictLeavesTheHistoryCompressed() throws InterruptedException {
        Compression compression = Compression.assumedOf(fixture.database());
        fixture.execute(
                """
                insert into series (asset_id, device_id, city_id, quantity, derived)
                values (1, 1, 'fulda', 'fill_level', false), (1, 1, 'fulda', 'distance', false);
                insert into observation (series_id, quality, observed_at, value)
                select s, 0, t, 7 from generate_series(1, 2) s,
                    generate_series('2026-05-01Z', '2026-06-25Z', interval '6 hours') t
                """);
        compression.compress();
        keep(LEVEL, DISTANCE);

        keep(LEVEL.replace("42", "43"));

        assertThat(fixture.column("select reason from quarantine")).containsExactly("conflict");
        List<String> history = compression.chunks();
        assertThat(history.subList(0, history.size() - 1)).hasSize(8).containsOnly(Compression.COMPRESSED);
    }

    private void assertKept() {
        assertThat(levels()).containsExactly("42 f");
        assertThat(fixture.column(
                        "select value from latest join series using (series_id) where quantity = 'fill_level'"))
                .containsExactly("42");
        assertThat(fixture.column("select detail from quarantine")).isEmpty();
    }

    private List<String> levels() {
        return fixture.column("select value || ' ' || left(derived::text, 1) from observation"
                + " join series using (series_id) where quantity = 'fill_level'");
    }

    /** Each reading in a message of its own, all in one batch. */
    private void keep(String... readings) throws InterruptedException {
        pipeline.reingest(Arrays.stream(readings)
                .map(reading -> new RawMessage(
                        "own",
                        "v1/fulda/bin-1/telemetry",
                        "{\"observed_at\":\"2026-07-01T11:00:00Z\",\"readings\":[%s]}"
                                .formatted(reading)
                                .getBytes(StandardCharsets.UTF_8),
                        NOW))
                .toList());
    }
}
