package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PutDeviceTest {
    private static final String FULL =
            """
            {"device": "70-B3-D5-7E-D0-00-00-01", "city": "fulda", "profile": "milesight-iot/em400-mud",
             "expected_interval": "PT15M", "installation": {"asset": "B1", "from": "2026-07-01T08:00:00+02:00",
                 "calibration": {"distance_empty_mm": 1000, "distance_full_mm": 200}}}
            """;

    private static final String SUCCESSOR =
            """
            {"device": "dev-2", "city": "fulda", "replaces": "70B3D57ED0000001",
             "installation": {"asset": "B1", "from": "2026-08-01T00:00:00Z"}}
            """;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new PutDevice(PlatformClock.realTime()));

    @BeforeEach
    void twoBins() {
        database.execute(
                """
                insert into blueprint (blueprint_id, version, fingerprint, loaded_at) values ('fulda', '1', '', now());
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin'),
                    ('marburg', 'Marburg', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                select 'fulda', 'B' || n, 'bin', 'B' || n, 9.67, 50.55, now() from generate_series(1, 2) n;
                insert into profile (profile_id, version, document) values ('milesight-iot/em400-mud', '1', 'x');
                """);
    }

    @Test
    void registersDeviceInstallationAndCalibrationInOneCall() {
        JsonNode row = commands.carryOut("put-device", FULL);

        assertThat(row.path("outcome").asText()).isEqualTo("done");
        assertThat(row.at("/result/created").asBoolean()).isTrue();
        assertThat(row.at("/result/device/device").asText()).isEqualTo("70b3d57ed0000001");
        assertThat(row.at("/result/device/expected_interval").asText()).isEqualTo("PT900S");
        assertThat(row.at("/result/device/installations/0/reference").asText()).isEqualTo("B1");
        assertThat(row.at("/result/device/installations/0/calibrations/0/distance_empty_mm")
                        .asInt())
                .isEqualTo(1000);
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void givesTheCityWhatTheDeviceSentBeforeItWasKnown() {
        database.execute(
                """
                insert into quarantine (fingerprint, source, topic, payload, reason, detail, device_key, received_at,
                    last_received_at)
                values ('1', 'chirpstack', 't', '1', 'unknown_device', '', '70b3d57ed0000001', now(), now()),
                    ('2', 'chirpstack', 't', '2', 'unknown_device', '', '70b3d57ed0000002', now(), now());
                """);

        commands.carryOut("put-device", FULL);

        assertThat(database.rows("select device_key from quarantine where city_id = 'fulda'"))
                .containsExactly("70b3d57ed0000001");
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        JsonNode row = commands.carryOut(
                "put-device",
                """
                {"device": "70b3d57ed0000001", "city": "fulda", "installation": {"asset": "B1"},
                 "calibration": {"distance_empty_mm": 1000, "distance_full_mm": 200}}
                """);

        assertThat(row.path("outcome").asText()).isEqualTo("refused");
        assertThat(row.at("/result/problem/detail").asText())
                .isEqualTo("calibration: is not known; one of"
                        + " device, city, profile, expected_interval, installation, replaces");
    }

    @Test
    void sayingItAgainWithATimeFinerThanTheDatabaseKeepsChangesNothing() {
        String finer = FULL.replace("08:00:00+02:00", "08:00:00.0000007+02:00");
        commands.carryOut("put-device", finer);

        JsonNode again = commands.carryOut("put-device", finer);

        assertThat(again.at("/result/changed").asBoolean()).isFalse();
        assertThat(database.rows("select reference from installation join asset using (asset_id)"))
                .containsExactly("B1");
    }

    @Test
    void sayingItAgainChangesNothing() {
        commands.carryOut("put-device", FULL);

        JsonNode again = commands.carryOut("put-device", FULL);

        assertThat(again.at("/result/created").asBoolean()).isFalse();
        assertThat(again.at("/result/changed").asBoolean()).isFalse();
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void whatIsLeftOutStaysAndAnAssetMayBeNamedByItsNumber() {
        commands.carryOut("put-device", FULL);

        JsonNode row = commands.carryOut(
                "put-device",
                """
                {"device": "70b3d57ed0000001", "installation": {"asset": 2, "from": "2026-08-01T00:00:00Z"}}
                """);

        assertThat(row.at("/result/device/profile").asText()).isEqualTo("milesight-iot/em400-mud");
        assertThat(row.at("/result/device/expected_interval").asText()).isEqualTo("PT900S");
        assertThat(row.at("/result/device/installations/1/reference").asText()).isEqualTo("B2");
    }

    @Test
    void aNewDeviceTakesThePlaceOfTheOldOne() {
        commands.carryOut("put-device", FULL);

        commands.carryOut("put-device", SUCCESSOR);

        assertThat(
                        database.rows(
                                """
                        select device_key, installed_from, installed_until
                        from installation join device using (device_id) order by 1
                        """))
                .containsExactly(
                        "70b3d57ed0000001 2026-07-01 06:00:00+00 2026-08-01 00:00:00+00",
                        "dev-2 2026-08-01 00:00:00+00 null");
    }

    @Test
    void sayingAgainThatItTakesThePlaceChangesNothing() {
        commands.carryOut("put-device", FULL);
        commands.carryOut("put-device", SUCCESSOR);

        JsonNode again = commands.carryOut("put-device", SUCCESSOR);

        assertThat(again.path("outcome").asText()).isEqualTo("done");
        assertThat(again.at("/result/changed").asBoolean()).isFalse();
    }

    @Test
    void nobodysPlaceIsTakenByMistake() {
        commands.carryOut("put-device", FULL);

        assertThat(refusal(SUCCESSOR.replace("70B3D57ED0000001", "70B3D57ED0000009")))
                .isEqualTo("replaces: there is no device '70b3d57ed0000009'");
        assertThat(refusal(SUCCESSOR.replace("B1", "B2")))
                .isEqualTo("replaces: '70b3d57ed0000001' is not installed at 'B2' before 2026-08-01T00:00:00Z");
        assertThat(refusal(SUCCESSOR.replace("2026-08", "2026-06")))
                .isEqualTo("replaces: '70b3d57ed0000001' is not installed at 'B1' before 2026-06-01T00:00:00Z");
        assertThat(refusal(SUCCESSOR.replace("dev-2", "70b3d57ed0000001")))
                .isEqualTo("replaces: '70b3d57ed0000001' is the device itself");
        assertThat(refusal("{\"device\": \"dev-2\", \"city\": \"fulda\", \"replaces\": \"70b3d57ed0000001\"}"))
                .isEqualTo("replaces: needs an 'installation': where and when '70b3d57ed0000001' is replaced");
        assertThat(database.rows("select installed_until from installation")).containsExactly("null");
    }

    @Test
    void aDeviceOfABlueprintBecomesThePersonsWhoMovesIt() {
        commands.carryOut("put-device", FULL);
        database.execute("update device set blueprint_id = 'fulda'");

        commands.carryOut("put-device", FULL.replace("\"B1\", \"from\": \"2026-07", "\"B2\", \"from\": \"2026-08"));

        assertThat(database.rows("select blueprint_id from device")).containsExactly("null");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsWritten() {
        assertThat(refusal(FULL.replace("\"fulda\"", "\"bonn\""))).isEqualTo("city: there is no city 'bonn'");
        assertThat(refusal(FULL.replace("em400-mud", "em400-mod")))
                .isEqualTo("profile: there is no device profile 'milesight-iot/em400-mod'");
        assertThat(refusal(FULL.replace("B1", "B9")))
                .isEqualTo("installation.asset: there is no asset 'B9' in 'fulda'");
        assertThat(refusal(FULL.replace("PT15M", "15 minutes")))
                .isEqualTo("expected_interval: '15 minutes' is not a duration from PT1S to P30D, such as PT1H");
        assertThat(refusal(FULL.replace("200}}", "2000}}")))
                .isEqualTo("installation.calibration.distance_empty_mm: must be greater than distance_full_mm");
        assertThat(database.rows("select * from device")).isEmpty();
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void staffOfOneCityCannotTouchAnothers() {
        commands.carryOut("put-device", FULL);

        assertThat(commands.carryOutFor("marburg", "put-device", FULL)
                        .at("/result/problem/status")
                        .asInt())
                .isEqualTo(403);
        assertThat(commands.carryOutFor("marburg", "put-device", "{\"device\": \"70b3d57ed0000001\"}")
                        .at("/result/problem/code")
                        .asText())
                .isEqualTo("forbidden");
    }

    private String refusal(String body) {
        JsonNode row = commands.carryOut("put-device", body);
        assertThat(row.path("outcome").asText()).isEqualTo("refused");
        assertThat(row.at("/result/problem/status").asInt()).isEqualTo(400);
        return row.at("/result/problem/detail").asText();
    }

    private String version() {
        return database.rows("select version from registry_version").get(0);
    }
}
