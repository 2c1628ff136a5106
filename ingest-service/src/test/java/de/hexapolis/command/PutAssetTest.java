package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PutAssetTest {
    private static final String BIN =
            """
            {"city": "fulda", "reference": "B1", "kind": "bin", "name": "Am Dom", "longitude": 9.67, "latitude": 50.55,
             "district": "nordend", "tags": ["glass"], "properties": {"capacity_l": 110}}
            """;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new PutAsset(PlatformClock.realTime()));

    @BeforeEach
    void aCity() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into district (city_id, district_id, name) values ('fulda', 'nordend', 'Nordend');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                """);
    }

    @Test
    void createsThenChangesWhatIsSaidThenNothing() {
        JsonNode created = commands.carryOutFor("fulda", "put-asset", BIN);
        JsonNode replaced = commands.carryOut(
                "put-asset",
                """
                {"id": 1, "city": "fulda", "name": "Am Schloss", "tags": []}
                """);
        JsonNode again = commands.carryOut(
                "put-asset",
                """
                {"id": 1, "city": "fulda", "name": "Am Schloss", "tags": []}
                """);

        assertThat(created.at("/result/created").asBoolean()).isTrue();
        assertThat(created.at("/result/asset/properties/capacity_l").asInt()).isEqualTo(110);
        assertThat(replaced.at("/result/changed").asBoolean()).isTrue();
        assertThat(replaced.at("/result/asset/reference").asText()).isEqualTo("B1");
        assertThat(replaced.at("/result/asset/tags").size()).isZero();
        assertThat(again.at("/result/changed").asBoolean()).isFalse();
        assertThat(database.rows("select version from registry_version")).containsExactly("3");
    }

    @Test
    void takesTheBodyThatTheQueryServiceSends() throws IOException {
        database.execute(
                """
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, changed_at)
                overriding system value values (17, 'fulda', 'B-17', 'bin', 'Alt', 9.67, 50.5, now())
                """);

        JsonNode changed = commands.carryOutFor("fulda", "put-asset", golden());

        assertThat(changed.path("outcome").asText()).isEqualTo("done");
        assertThat(database.rows("select asset_id, reference, name, longitude, latitude, tags, properties from asset"))
                .containsExactly("17 B-17 Universitätsplatz 2 9.6777 50.5528 {centre,glass} {\"capacity_l\": 240}");
    }

    @Test
    void whatIsNoArrayOfTextsIsRefusedAndCostsNoTags() {
        commands.carryOut("put-asset", BIN);

        assertThat(detail(BIN.replace("[\"glass\"]", "\"glass;paper\""))).isEqualTo("tags: must be an array of texts");
        assertThat(detail(BIN.replace("[\"glass\"]", "{\"a\": \"glass\"}")))
                .isEqualTo("tags: must be an array of texts");
        assertThat(database.rows("select tags from asset")).containsExactly("{glass}");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(detail(BIN.replace("nordend", "suedend"))).isEqualTo("district: there is no district 'suedend'");
        assertThat(detail(BIN.replace("\"bin\"", "\"tin\""))).isEqualTo("kind: there is no kind of asset 'tin'");
        assertThat(detail(BIN.replace("50.55", "95.5"))).isEqualTo("latitude: '95.5' is not a number from -90 to 90");
        assertThat(detail("{\"id\": 7}")).isEqualTo("there is no asset 7");
    }

    /** As it is on the wire; query-service's tests read the same file. */
    private static String golden() throws IOException {
        try (InputStream body = Objects.requireNonNull(
                PutAssetTest.class.getResourceAsStream("/golden/command-put-asset.json"), "golden message")) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String detail(String body) {
        return commands.carryOut("put-asset", body).at("/result/problem/detail").asText();
    }
}
