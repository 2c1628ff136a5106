package de.hexapolis.query.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.query.SmallCities;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.selection.AssetFilter;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManyAssetsTest {
    private static final String MORE =
            """
            insert into city (city_id, name, zone) values ('giessen', 'Gießen', 'Europe/Berlin');
            insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, changed_at)
            overriding system value
            select n, 'giessen', 'AB-' || n, 'bin', 'Behälter ' || n, 8.6 + n / 100000.0, 50.5, '2026-01-01Z'
            from generate_series(10001, 30000) n;
            insert into device (device_id, device_key, city_id, changed_at)
            overriding system value
            select n, 'many-' || n, 'giessen', '2026-01-01Z' from generate_series(10001, 30000) n;
            insert into series (series_id, asset_id, device_id, city_id, quantity)
            overriding system value
            select 3 * n + i, n, n, 'giessen', (array['fill_level', 'distance', 'battery_voltage'])[i + 1]
            from generate_series(10001, 30000) n, generate_series(0, 2) i;
            insert into latest select series_id, 0, '2026-07-01T11:50Z', series_id % 100, '2026-07-01T11:50Z',
                '2026-06-30T22:00Z' from series where city_id = 'giessen';
            analyze
            """;

    @Test
    void makesAMapOfTwentyThousand() throws IOException {
        try (SmallCities cities = new SmallCities()) {
            cities.run(MORE);
            Database database = cities.database();
            AssetFilter filter = new AssetFilter(
                    Set.of(new CityId("giessen")),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    AssetFilter.ALL.box(),
                    Optional.empty(),
                    Optional.empty());
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                byte[] some = geoJson(database, filter, 5_000);
                System.out.printf("latest of 5,000 assets: %d ms%n", (System.nanoTime() - start) / 1_000_000);
                assertThat(some.length).isLessThan(1_000_000);
            }
            JsonNode map = new ObjectMapper().readTree(geoJson(database, filter, 20_000));
            assertThat(map.path("features")).hasSize(20_000);
            assertThat(map.path("features")
                            .path(0)
                            .path("properties")
                            .path("status")
                            .asText())
                    .isEqualTo("empty");
        }
    }

    private static byte[] geoJson(Database database, AssetFilter filter, int limit) {
        AssetList list = database.read(connection -> AssetList.read(
                connection,
                filter,
                Caller.PUBLIC,
                new Page(limit, Optional.empty()),
                EnumSet.of(AssetField.STATUS, AssetField.VALUE, AssetField.AGE_SECONDS),
                SmallCities.NOW));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AssetListWriter.write(list, Format.GEO_JSON, bytes);
        return bytes.toByteArray();
    }
}
