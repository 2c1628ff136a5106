package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred thousand devices: more than all cities of Hesse together have today. */
class LargeRegistryTest {
    private static final int DEVICES = 100_000;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @Test
    void loadsAHundredThousandDevicesQuicklyAndLeanly() {
        fill();
        Registry registry = new Registry(database.dataSource(), DeviceProfile::parse, Duration.ofDays(400));
        long heapBefore = heapInUse();

        long start = System.nanoTime();
        RegistryView view = registry.current();
        long firstLoad = (System.nanoTime() - start) / 1_000_000;
        long heap = (heapInUse() - heapBefore) / 1_000_000;
        start = System.nanoTime();
        RegistryView refreshed = registry.refresh();
        long refresh = (System.nanoTime() - start) / 1_000_000;

        System.out.printf(
                "registry of %,d devices: loaded in %d ms, refreshed in %d ms, %d MB of heap%n",
                DEVICES, firstLoad, refresh, heap);
        assertThat(view.size()).isEqualTo(DEVICES);
        assertThat(refreshed.size()).isEqualTo(DEVICES);
        assertThat(firstLoad).isLessThan(15_000);
        assertThat(heap).isLessThan(64);
    }

    private void fill() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B' || n, 'bin', 'Bin ' || n, 9.67, 50.55, now() from generate_series(1, 100000) n;
                insert into device (device_key, city_id, changed_at)
                select lpad(to_hex(n), 16, '0'), 'fulda', now() from generate_series(1, 100000) n;
                insert into installation (device_id, asset_id, installed_from)
                select n, n, '2026-01-01Z' from generate_series(1, 100000) n;
                insert into calibration (installation_id, valid_from, distance_empty_mm, distance_full_mm)
                select n, '2026-01-01Z', 1000, 200 from generate_series(1, 100000) n;
                """);
    }

    private static long heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
