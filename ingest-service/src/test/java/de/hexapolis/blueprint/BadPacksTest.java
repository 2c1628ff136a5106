package de.hexapolis.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import de.hexapolis.registry.RegistryDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about a pack with faults: file, line, field, value and reason of each, and nothing of it is loaded. */
class BadPacksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String NO_REGION = " is no region of the time zone database such as Europe/Berlin";

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private Path folder;

    @BeforeEach
    void aGoodPack(@TempDir Path fresh) {
        folder = fresh;
        Packs.fulda(folder);
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnceAndNothingIsLoaded() {
        Packs.write(
                folder,
                "assets.csv",
                """
                reference,kind,name,longitude,latitude,district,open
                B1,bin,Am Dom,9.67,50.55,,ja
                B1,bin,Am Dom,9.67,,,
                B2,tree,Linde,9.67,50.55,nordend,
                B3,bin
                """);
        Packs.write(
                folder,
                "devices.csv",
                """
                device,profile,asset,installed_from,expected_interval,distance_empty_mm,distance_full_mm,format
                dev 1,,B2,2026-03-01,PT0S,200,1000,lorawan
                dev-2,maker/unknown,B9,2026-03-01T08:00:00Z,,,,
                """);

        assertThat(refusals())
                .containsExactlyInAnyOrder(
                        "assets.csv:2: open 'ja': is neither true nor false",
                        "assets.csv:3: latitude: is missing",
                        "assets.csv:3: reference 'B1': this asset is in line 2 already",
                        "assets.csv:5: (row): has 2 fields, the header has 7",
                        "assets.csv:4: kind 'tree': is no kind of asset; one of bin",
                        "assets.csv:4: district 'nordend': is no district of this city",
                        "devices.csv:2: device 'dev 1': is neither a DevEUI nor a serial number of letters, digits, '.', '_'"
                                + " and '-'",
                        "devices.csv:2: installed_from '2026-03-01': is not a time with offset such as"
                                + " 2026-03-01T08:00:00+01:00",
                        "devices.csv:2: expected_interval 'PT0S': is not a duration from PT1S to P30D, such as PT15M or"
                                + " PT1H",
                        "devices.csv:2: distance_empty_mm '200': must be there with distance_full_mm, and be greater",
                        "devices.csv:2: format 'lorawan': is none of hexapolis, the-things-stack, chirpstack",
                        "devices.csv:3: profile 'maker/unknown': no such device profile is loaded",
                        "devices.csv:3: asset 'B9': is no asset of this pack");
        assertThat(database.rows("select count(*) from city")).containsExactly("0");
        assertThat(database.rows("select version from registry_version")).containsExactly("1");
    }

    @Test
    void theManifestIsCheckedAgainstItsSchemaWithLines() {
        Packs.write(
                folder,
                "blueprint.yaml",
                """
                id: Fulda
                version: 1.0.0
                colour: green
                city:
                  id: fulda
                  zone: Europe/Berlin
                """);

        assertThat(refusals())
                .anySatisfy(problem -> assertThat(problem).startsWith("blueprint.yaml:1: id:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("blueprint.yaml:3: colour:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("blueprint.yaml:4: city.name:"));
    }

    @Test
    void aMissingBaseIsNamed() {
        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST + "extends: base\n");

        assertThat(refusals())
                .containsExactly("blueprint.yaml:7: extends 'base': no blueprint 'base' is loaded; load it first");
    }

    @Test
    void aZoneMustExistAndHaveWholeHoursAllYear() {
        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("Europe/Berlin", "Asia/Kolkata"));
        assertThat(refusals())
                .containsExactly("blueprint.yaml:4: city.zone: has the offset +05:30; only zones with whole hours all"
                        + " year can be used");

        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("Europe/Berlin", "Europe/Fulda"));
        assertThat(refusals()).containsExactly("blueprint.yaml:4: city.zone: 'Europe/Fulda'" + NO_REGION);

        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("Europe/Berlin", "Australia/Lord_Howe"));
        assertThat(refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC+1", "+01:00", "GMT+1", "Z", "CET", "EST5EDT", "SystemV/PST8PDT", "europe/berlin"})
    void aZoneThatIsNoRegionIsRefusedByItsName(String zone) {
        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("Europe/Berlin", "\"" + zone + "\""));

        assertThat(refusals()).containsExactly("blueprint.yaml:4: city.zone: '" + zone + "'" + NO_REGION);
    }

    @Test
    void aMisspeltColumnIsNotIgnored() {
        Packs.write(folder, "assets.csv", Packs.ASSETS.replace("tags", "tag"));

        assertThat(refusals()).contains("assets.csv:1: tag: is no known column");
    }

    @Test
    void rowsOfAnotherBlueprintAreNotTouched() {
        load();
        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("id: fulda\nversion", "id: other\nversion"));

        assertThat(refusals())
                .contains("assets.csv:2: reference 'B1': belongs to blueprint 'fulda'")
                .contains("devices.csv:2: device 'dev-1': belongs to blueprint 'fulda'")
                .contains("blueprint.yaml:6: kinds 'bin': belongs to blueprint 'fulda'");
    }

    @Test
    void geoJsonSaysTheSameAsCsvAndItsFaultsHaveLinesToo() {
        String good =
                """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [9.67, 50.55]},
                 "properties": {"reference": "B1", "kind": "bin", "name": "Am Dom", "tags": ["street", "glass"], "capacity_l": 110}},
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [9.68, 50.56]},
                 "properties": {"reference": "B2", "kind": "bin", "name": "Am Schloss", "capacity_l": 70}}
                ]}
                """;
        load();
        folder.resolve("assets.csv").toFile().delete();
        Packs.write(folder, "assets.geojson", good);
        assertThat(((Loading.Loaded) load()).changed()).isFalse();

        Packs.write(folder, "assets.geojson", good.replace("50.56", "150.56"));
        assertThat(refusals()).contains("assets.geojson:4: latitude '150.56': is not a number from -90 to 90");
    }

    @Test
    void aNulIsRefusedWhereItStands() {
        Packs.write(folder, "assets.csv", Packs.ASSETS.replace("Schloss", "\0chloss"));
        Packs.write(
                folder,
                "districts.geojson",
                """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "geometry": {"type": "Polygon", "note": ["a", "b\\u0000"]}, "properties": {}}]}
                """);
        assertThat(refusals())
                .containsExactlyInAnyOrder(
                        "districts.geojson:2: geometry.note[1]: holds the character NUL, which cannot be stored",
                        "assets.csv:3: name 'Am \ufffdchloss': holds the character NUL, which cannot be stored");

        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST.replace("name: Fulda", "name: \"Ful\\0da\""));
        assertThat(refusals()).contains("blueprint.yaml:4: city.name: holds the character NUL, which cannot be stored");
    }

    @Test
    void aNulInAKeyIsToldCleanlyWhereverItStands() {
        Packs.write(folder, "profiles/x.yaml", "profile: x\nversion: \"1\"\n\"a\\0b\": 1\n");
        assertThat(refusals())
                .singleElement(STRING)
                .startsWith("profiles/x.yaml:3: a\ufffdb:")
                .doesNotContain("\0");

        Packs.write(folder, "blueprint.yaml", Packs.MANIFEST + "\"a\\0b\": 1\n");
        assertThat(refusals()).allSatisfy(problem -> assertThat(problem)
                .startsWith("blueprint.yaml:7: a\ufffdb:")
                .doesNotContain("\0"));
    }

    @Test
    void aNulInGeoJsonIsRefusedWhereItStands() {
        geoJson("\"capacity_l\": \"1\\u000010\"");
        assertThat(refusals())
                .contains("assets.geojson:2: properties.capacity_l: holds the character NUL, which cannot be stored");
        geoJson("\"cap\\u0000acity_l\": 110");
        assertThat(refusals())
                .contains("assets.geojson:2: properties.cap\ufffdacity_l: holds the character NUL, which cannot be"
                        + " stored");
    }

    @Test
    void aNestedPropertyInGeoJsonIsNotLost() {
        geoJson("\"size\": {\"l\": 110}, \"tags\": [[\"street\"]]");

        assertThat(refusals())
                .contains(
                        "assets.geojson:2: property.size '{\"l\":110}': is nested; a text, a number, true, false or a"
                                + " list of these would do",
                        "assets.geojson:2: tags '[[\"street\"]]': is nested; a text, a number, true, false or a list of"
                                + " these would do");
    }

    private void geoJson(String property) {
        folder.resolve("assets.csv").toFile().delete();
        Packs.write(
                folder,
                "assets.geojson",
                """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [9.67, 50.55]},
                 "properties": {"reference": "B1", "kind": "bin", "name": "Am Dom", %s}}]}
                """
                        .formatted(property));
    }

    private List<String> refusals() {
        Loading loading = load();
        assertThat(loading).isInstanceOf(Loading.Refused.class);
        return ((Loading.Refused) loading)
                .problems().stream().map(Problem::toString).toList();
    }

    private Loading load() {
        return database.inTransaction(connection -> BlueprintLoader.load(connection, Packs.folder(folder), false, NOW));
    }
}
