package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fill levels are computed again from the distances, as if the calibration had been there in time. */
class NewCalibrationTest {
    private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");
    private static final Instant INSTALLED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void aBinWithDistancesOnlyOneOfThemBad() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B' || n, 'bin', 'B' || n, 9.67, 50.55, now() from generate_series(1, 2) n;
                insert into device (device_key, city_id, changed_at) values ('dev-1', 'fulda', now());
                insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-03-01Z');
                insert into series (asset_id, device_id, city_id, quantity) values (1, 1, 'fulda', 'distance');
                insert into observation (series_id, quality, observed_at, value)
                values (1, 0, '2026-03-29 11:00Z', 1000), (1, 0, '2026-03-29 12:00Z', 600),
                    (1, 0, '2026-03-29 13:00Z', 100), (1, 2, '2026-03-29 14:00Z', 60000);
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
                values (1, 2, '2026-03-29 14:00Z', 60000, '2026-03-29 14:00Z', '2026-04-09 22:00Z');
                """);
    }

    @Test
    void theFirstCalibrationInsertsTheLevelsThatAreMissing() {
        calibrate("B1", INSTALLED, 1000, 200);

        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100");
        assertThat(database.rows("select value, rolled_until from latest join series using (series_id) where derived"))
                .containsExactly("100 2026-03-28 23:00:00+00");
    }

    @Test
    void aLaterOneCorrectsTheLevelsOfItsTimeAlone() {
        calibrate("B1", INSTALLED, 1000, 200);
        database.execute("update latest set rolled_until = '2026-04-09 22:00Z'");

        assertThat(calibrate("B1", NOON, 800, 400)).isEqualTo(0);
        assertThat(calibrate("B1", NOON, 900, 0)).isEqualTo(2);

        assertThat(levels()).containsExactly("11:00 0", "12:00 33", "13:00 89");
        assertThat(database.rows("select day from rollup_mark join series using (series_id) where derived"))
                .containsExactly("2026-03-28 23:00:00+00");
    }

    @Test
    void sayingItAgainChangesNothing() {
        assertThat(calibrate("B1", INSTALLED, 1000, 200)).isEqualTo(3);

        assertThat(calibrate("B1", INSTALLED, 1000, 200)).isZero();
    }

    @Test
    void levelsFollowTheDeviceToAnotherBinWithItsCalibration() {
        calibrate("B1", INSTALLED, 1000, 200);

        place(new Placement(
                "dev-1", "fulda", "B2", NOON, Optional.empty(), Optional.of(new Calibration(NOON, 700, 100))));

        assertThat(
                        database.rows(
                                """
                        select asset_id, to_char(observed_at, 'HH24:MI'), round(value)
                        from observation join series using (series_id) where derived order by observed_at
                        """))
                .containsExactly("1 11:00 0", "2 12:00 17", "2 13:00 100");
    }

    @Test
    void aDeviceThatMeasuresItsLevelItselfIsLeftAlone() {
        database.execute(
                """
                insert into series (asset_id, device_id, city_id, quantity) values (1, 1, 'fulda', 'fill_level');
                insert into observation (series_id, quality, observed_at, value) values (2, 0, '2026-03-29 11:00Z', 42);
                """);

        calibrate("B1", INSTALLED, 1000, 200);

        assertThat(levels()).containsExactly("11:00 42");
    }

    @Test
    void levelsThatTheDeviceMeasuresLaterOnAreNeitherComputedOverNorDeleted() {
        calibrate("B1", INSTALLED, 1000, 200);
        measure("2026-03-29 13:30Z", 97);
        measure("2026-03-29 15:00Z", 42);

        calibrate("B1", INSTALLED, 900, 0);

        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100", "13:30 97", "15:00 42");
    }

    @Test
    void measuredLevelsFollowTheDeviceAndWinOverWhatWasComputedThere() {
        calibrate("B1", INSTALLED, 1000, 200);
        measure("2026-03-29 15:00Z", 42);
        database.execute(
                """
                with computed as (
                    insert into series (asset_id, device_id, city_id, quantity, derived)
                    values (2, 1, 'fulda', 'fill_level', true) returning series_id)
                insert into observation (series_id, quality, observed_at, value)
                select series_id, 0, '2026-03-29 15:00Z', 7 from computed;
                """);

        place(new Placement(
                "dev-1", "fulda", "B2", NOON, Optional.empty(), Optional.of(new Calibration(NOON, 700, 100))));

        assertThat(
                        database.rows(
                                """
                        select asset_id, to_char(observed_at, 'HH24:MI'), round(value)
                        from observation join series using (series_id) where quantity = 'fill_level'
                        order by observed_at
                        """))
                .containsExactly("1 11:00 0", "2 12:00 50", "2 13:00 100", "2 15:00 42");
    }

    @Test
    void anEarlierBeginningAtTheSameBinMakesOneStayAndItsCalibrationIsValidFromThereOn() {
        database.execute("update installation set installed_from = '2026-03-29 12:30Z'");
        database.execute("update latest set rolled_until = '2026-04-09 22:00Z'");

        place(new Placement(
                "dev-1",
                "fulda",
                "B1",
                INSTALLED,
                Optional.empty(),
                Optional.of(new Calibration(INSTALLED, 1000, 200))));

        assertThat(stays()).containsExactly("1 2026-03-01 00:00:00+00 null");
        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100");
        assertThat(database.rows(
                        "select quality, rolled_until from latest join series using (series_id) where derived"))
                .containsExactly("0 2026-03-28 23:00:00+00");
    }

    @Test
    void anEarlierBeginningKeepsTheCalibrationsThatThereWere() {
        calibrate("B1", INSTALLED, 1000, 200);
        calibrate("B1", NOON, 800, 400);
        database.execute("update installation set installed_from = '2026-03-29 11:30Z'");
        database.execute("update calibration set valid_from = '2026-03-29 11:30Z' where distance_empty_mm = 1000");

        place(new Placement("dev-1", "fulda", "B1", INSTALLED, Optional.empty(), Optional.empty()));

        assertThat(database.rows("select valid_from, distance_empty_mm from calibration order by 1"))
                .as("the first is valid from the new beginning on")
                .containsExactly("2026-03-01 00:00:00+00 1000", "2026-03-29 12:00:00+00 800");
        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100");

        place(new Placement(
                "dev-1",
                "fulda",
                "B1",
                INSTALLED,
                Optional.empty(),
                Optional.of(new Calibration(Instant.parse("2026-03-29T13:00:00Z"), 200, 0))));
        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 50");
    }

    @Test
    void sayingLaterThatADeviceIsWhereItIsNeitherInstallsItAnewNorCostsItsCalibration() {
        calibrate("B1", INSTALLED, 1000, 200);

        place(new Placement("dev-1", "fulda", "B1", NOON, Optional.empty(), Optional.empty()));
        assertThat(stays()).containsExactly("1 2026-03-01 00:00:00+00 null");
        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100");

        place(new Placement(
                "dev-1", "fulda", "B1", NOON, Optional.empty(), Optional.of(new Calibration(NOON, 800, 400))));
        assertThat(stays()).containsExactly("1 2026-03-01 00:00:00+00 null");
        assertThat(levels()).containsExactly("11:00 0", "12:00 50", "13:00 100");
        assertThat(database.rows("select valid_from from calibration order by 1"))
                .containsExactly("2026-03-01 00:00:00+00", "2026-03-29 12:00:00+00");
    }

    @Test
    void adjoiningStaysAtOneBinBecomeOneWithTheCalibrationsOfBoth() {
        calibrate("B1", INSTALLED, 1000, 200);
        database.execute("update installation set installed_until = '2026-03-29 12:00Z'");
        database.execute(
                """
                insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-03-29 12:00Z');
                insert into calibration values (2, '2026-03-29 12:00Z', 800, 400);
                """);

        place(new Placement("dev-1", "fulda", "B1", INSTALLED, Optional.empty(), Optional.empty()));

        assertThat(stays()).containsExactly("1 2026-03-01 00:00:00+00 null");
        assertThat(database.rows("select valid_from, distance_empty_mm from calibration order by 1"))
                .containsExactly("2026-03-01 00:00:00+00 1000", "2026-03-29 12:00:00+00 800");
    }

    @Test
    void sqlAndJavaComputeTheSameToTheLastBit() {
        database.execute(
                """
                insert into observation (series_id, quality, observed_at, value)
                select 1, 0, timestamptz '2026-03-02Z' + n * interval '1 minute', n * 1.7 from generate_series(0, 800) n
                """);
        calibrate("B1", INSTALLED, 1234.5, 98.7);
        Calibration calibration = new Calibration(INSTALLED, 1234.5, 98.7);

        List<String> pairs = database.rows(
                """
                select d.value, f.value from observation d join observation f using (observed_at)
                where d.series_id = 1 and d.quality = 0 and f.series_id <> 1
                """);

        assertThat(pairs).hasSize(804).allSatisfy(pair -> {
            String[] values = pair.split(" ", -1);
            assertThat(calibration.fillLevel(Double.parseDouble(values[0]))).isEqualTo(Double.parseDouble(values[1]));
        });
    }

    /** As a writer does: first the series, then the reading. */
    private void measure(String observedAt, int level) {
        SeriesKey key = new SeriesKey(1, 1, new CityId("fulda"), Quantity.FILL_LEVEL, Channel.ONLY, false);
        Integer series = new Registry(database.dataSource(), DeviceProfile::parse, Duration.ofDays(400))
                .seriesIds(List.of(key))
                .get(key);
        database.execute(
                """
                insert into observation (series_id, quality, observed_at, value) values (%d, 0, '%s', %d)
                """
                        .formatted(series, observedAt, level));
    }

    private long calibrate(String reference, Instant validFrom, double emptyMm, double fullMm) {
        return place(new Placement(
                "dev-1",
                "fulda",
                reference,
                INSTALLED,
                Optional.empty(),
                Optional.of(new Calibration(validFrom, emptyMm, fullMm))));
    }

    private long place(Placement placement) {
        Author person = Author.person(NOW);
        return database.inTransaction(connection -> {
            LockRegistry.on(connection);
            PlaceDevices.Placed placed = PlaceDevices.on(connection, List.of(placement), person);
            Consequences consequences = placed.consequences();
            consequences.addAll(CalibrateDevices.on(connection, placed, person).consequences());
            return consequences.drawOn(connection, NOW);
        });
    }

    private List<String> stays() {
        return database.rows("select asset_id, installed_from, installed_until from installation order by 2");
    }

    private List<String> levels() {
        return database.rows(
                """
                select to_char(observed_at, 'HH24:MI'), round(value)
                from observation join series using (series_id) where quantity = 'fill_level' order by observed_at
                """);
    }
}
