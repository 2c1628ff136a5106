package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryViewTest {
    private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");
    private static final DeviceId SENSOR = DeviceId.of("fe00000000000001");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final Registry registry = new Registry(database.dataSource(), DeviceProfile::parse, Duration.ofDays(400));

    @Test
    void knowsWhereADeviceWasAtEachMoment() {
        twoBinsAndADeviceThatMovedInSummer();

        RegisteredDevice device = registry.current().device(SENSOR).orElseThrow();

        assertThat(device.city()).contains(new CityId("fulda"));
        assertThat(device.installationAt(SPRING.minusSeconds(1))).isEmpty();
        assertThat(device.installationAt(SPRING)).map(Installation::assetId).contains(1L);
        assertThat(device.installationAt(SUMMER.minusMillis(1)))
                .map(Installation::assetId)
                .contains(1L);
        Installation second = device.installationAt(SUMMER).orElseThrow();
        assertThat(second.assetId()).isEqualTo(2L);
        assertThat(second.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(second.until()).isEqualTo(Optional.empty());
        assertThat(second.calibrationAt(SUMMER)).contains(new Calibration(SUMMER, 1000, 200));
        assertThat(second.calibrationAt(SUMMER.minusSeconds(1))).isEmpty();
        assertThat(second.calibrationAt(SUMMER.plusSeconds(7200)))
                .contains(new Calibration(SUMMER.plusSeconds(3600), 900, 100));
    }

    @Test
    void aCityKeepsRawReadingsForLessThanThePlatformButNeverForMore() {
        twoBinsAndADeviceThatMovedInSummer();
        assertThat(daysOfRetention()).containsExactly(400, 400);

        database.execute("update city set raw_retention_days = 30");
        assertThat(daysOfRetention()).containsExactly(30, 30);

        database.execute("update city set raw_retention_days = 4000");
        assertThat(daysOfRetention()).containsExactly(400, 400);
    }

    @Test
    void aRefreshShowsTheNewVersionAndKeepsWhatDidNotChange() {
        twoBinsAndADeviceThatMovedInSummer();
        RegistryView before = registry.current();

        database.execute(
                "insert into device (device_key, changed_at) values ('late-1', now()); update registry_version set version = version + 1");

        assertThat(registry.current().knows(new DeviceId("late-1"))).isFalse();
        RegistryView after = registry.refresh();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.knows(new DeviceId("late-1"))).isTrue();
        assertThat(after.device(SENSOR).orElseThrow())
                .isSameAs(before.device(SENSOR).orElseThrow());
        assertThat(registry.current()).isSameAs(after);
    }

    @Test
    void aDeviceWhoseProfileCannotBeReadIsKnownButHasNone() {
        database.execute(
                """
                insert into profile (profile_id, version, document) values ('maker/broken', '1', ' ');
                insert into device (device_key, profile_id, changed_at) values ('fe00000000000001', 'maker/broken', now());
                """);

        assertThat(registry.current().knows(SENSOR)).isTrue();
        assertThat(registry.current().profileOf(SENSOR)).isEmpty();
    }

    @Test
    void fillLevelIsCutOffAtEmptyAndFull() {
        Calibration calibration = new Calibration(SPRING, 1000, 200);

        assertThat(List.of(
                        calibration.fillLevel(1200),
                        calibration.fillLevel(1000),
                        calibration.fillLevel(600),
                        calibration.fillLevel(200),
                        calibration.fillLevel(10)))
                .containsExactly(0.0, 0.0, 50.0, 100.0, 100.0);
    }

    private List<Integer> daysOfRetention() {
        return registry.refresh().device(SENSOR).orElseThrow().installations().stream()
                .map(Installation::rawRetentionDays)
                .toList();
    }

    private void twoBinsAndADeviceThatMovedInSummer() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                values ('fulda', 'B1', 'bin', 'B1', 9.67, 50.55, now()), ('fulda', 'B2', 'bin', 'B2', 9.67, 50.55, now());
                insert into device (device_key, city_id, changed_at) values ('fe00000000000001', 'fulda', now());
                insert into installation (device_id, asset_id, installed_from, installed_until)
                values (1, 1, '2026-03-01Z', '2026-07-01Z'), (1, 2, '2026-07-01Z', null);
                insert into calibration (installation_id, valid_from, distance_empty_mm, distance_full_mm)
                values (2, '2026-07-01 00:00Z', 1000, 200), (2, '2026-07-01 01:00Z', 900, 100);
                """);
    }
}
