package de.hexapolis.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.registry.Tally;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShippedPacksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> PACKS =
            List.of("base", "offenbach", "marburg", "giessen", "limburg", "fulda", "wetzlar");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @Test
    void allSevenLoadAndLoadingThemAgainChangesNothing() {
        PACKS.forEach(pack -> assertThat(load(pack).changed()).isTrue());
        List<String> before = contents();

        for (String pack : PACKS) {
            Loading.Loaded again = load(pack);
            assertThat(again.changed()).isFalse();
            assertThat(again.rows().values())
                    .allSatisfy(tally -> assertThat(tally).isEqualTo(new Tally(0, 0, tally.unchanged(), 0, 0)));
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void eachCityHasAFewHundredAssetsWithinItsDistrictsAndEveryAssetHasADevice() {
        PACKS.forEach(this::load);

        assertThat(database.rows("select count(*) from city")).containsExactly("6");
        assertThat(database.rows("select count(*) from asset group by city_id"))
                .allSatisfy(count -> assertThat(Integer.parseInt(count)).isBetween(250, 450));
        assertThat(database.rows(
                        "select count(*) from asset where district_id is null or not properties @> '{\"demo\": true}'"))
                .containsExactly("0");
        assertThat(database.rows(
                        "select reference from asset where asset_id not in (select asset_id from installation)"))
                .isEmpty();
    }

    private Loading.Loaded load(String pack) {
        Loading loading =
                database.inTransaction(connection -> BlueprintLoader.load(connection, Packs.shipped(pack), false, NOW));
        assertThat(loading).as(pack).isInstanceOf(Loading.Loaded.class);
        return (Loading.Loaded) loading;
    }

    private List<String> contents() {
        return database.rows(
                """
                select version::text, (select md5(string_agg(a::text, ',' order by asset_id)) from asset a),
                    (select md5(string_agg(d::text, ',' order by device_id)) from device d),
                    (select md5(string_agg(i::text, ',' order by installation_id)) from installation i),
                    (select md5(string_agg(c::text, ',' order by installation_id)) from calibration c),
                    (select md5(string_agg(b::text, ',' order by blueprint_id)) from blueprint b)
                from registry_version
                """);
    }
}
