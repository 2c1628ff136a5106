package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.orders.Orders;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Occurrences and flags by a person's word. */
class PersonsWordTest {
    private final PlatformClock clock = PlatformClock.of(Instant.now(), Instant.parse("2026-07-01T13:00:00Z"), 1);

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new PutOccurrence(clock), new PutFlag(clock));

    @BeforeEach
    void aCity() {
        Orders.aCity(database);
        database.execute(
                """
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, changed_at)
                overriding system value values (17, 'fulda', 'B-17', 'bin', 'Alt', 9.67, 50.5, now());
                insert into series (series_id, asset_id, device_id, city_id, quantity)
                overriding system value values (4711, 17, 1, 'fulda', 'fill_level');
                insert into installation (device_id, asset_id, installed_from) values (1, 17, '2026-01-01Z');
                """);
    }

    @Test
    void tellsCorrectsAndRemovesAnOccurrenceAndHasTheAssetJudgedAnew() throws IOException {
        JsonNode told = commands.carryOutFor("fulda", "put-occurrence", golden("put-occurrence"));

        assertThat(told.at("/result/created").asBoolean()).isTrue();
        assertThat(database.rows("select asset_id, kind, told_by, detail->>'text', removed from occurrence"))
                .containsExactly("17 emptying person Von Hand geleert f");
        database.execute(
                """
                insert into occurrence (occurrence_id, asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
                overriding system value
                values (4, 17, 'fulda', 'watering', '2026-07-01T09:00Z', '{"series": 4711}', 'sensor', now());
                """);

        commands.carryOutFor("fulda", "put-occurrence", golden("correct-occurrence"));
        assertThat(database.rows(
                        "select kind, told_by, corrected_by, happened_at = '2026-07-01T09:40Z', detail->'series'"
                                + " from occurrence where occurrence_id = 4"))
                .containsExactly("rain sensor test t 4711");
        commands.carryOutFor("fulda", "put-occurrence", golden("remove-occurrence"));
        assertThat(database.rows("select removed, kind from occurrence where occurrence_id = 4"))
                .containsExactly("t rain");
        assertThat(database.rows("select asset_id from due")).containsExactly("17", "17", "17");
    }

    @Test
    void whatIsWrongAboutAnOccurrenceIsNamed() {
        assertThat(detail("put-occurrence", "{\"asset\": 17, \"kind\": \"party\"}"))
                .startsWith("kind: 'party' is none of");
        assertThat(detail("put-occurrence", "{\"asset\": 99, \"kind\": \"rain\"}"))
                .isEqualTo("asset: there is no asset 99");
        assertThat(detail("put-occurrence", "{\"asset\": 17, \"kind\": \"rain\", \"at\": \"2026-07-01T14:00:00Z\"}"))
                .startsWith("at: 2026-07-01T14:00:00Z is not from");
        assertThat(detail("put-occurrence", "{\"occurrence\": 4, \"action\": \"remove\"}"))
                .isEqualTo("there is no occurrence 4");
        JsonNode stranger = commands.carryOutFor("marburg", "put-occurrence", "{\"asset\": 17, \"kind\": \"rain\"}");
        assertThat(stranger.at("/result/problem/status").asInt()).isEqualTo(403);
    }

    @Test
    void setsAFlagOnceAndEndsIt() throws IOException {
        commands.carryOutFor("fulda", "put-flag", golden("put-flag"));
        commands.carryOutFor("fulda", "put-flag", golden("put-flag"));

        assertThat(database.rows("select series_id, flag, until_at, detail->>'text' from series_flag"))
                .containsExactly("4711 person null Sensor beschlagen");
        database.execute("update series_flag set flag_id = default");
        String id = database.rows("select flag_id from series_flag").get(0);
        JsonNode ended =
                commands.carryOutFor("fulda", "put-flag", golden("end-flag").replace("\"flag\": 9", "\"flag\": " + id));

        assertThat(ended.at("/result/created").asBoolean()).isFalse();
        assertThat(database.rows("select until_at = '2026-07-01T12:00Z' from series_flag"))
                .containsExactly("t");
        assertThat(database.rows("select asset_id, from_at = '2026-07-01T06:00Z' from due"))
                .containsExactly("17 t", "17 t", "17 t");
    }

    @Test
    void whatIsWrongAboutAFlagIsNamed() {
        assertThat(detail("put-flag", "{\"series\": 99}")).isEqualTo("there is no series 99");
        assertThat(detail("put-flag", "{\"flag\": 99, \"action\": \"end\"}")).isEqualTo("there is no flag 99");
        assertThat(detail("put-flag", "{\"series\": 4711, \"from\": \"2026-06-01T00:00:00Z\"}"))
                .startsWith("from: 2026-06-01T00:00:00Z is not from");
    }

    @Test
    void aDeviceThatIsNoLongerInstalledIsNamedAndItsFlagCanStillBeEnded() throws IOException {
        commands.carryOutFor("fulda", "put-flag", golden("put-flag"));
        database.execute("update installation set installed_until = '2026-07-01T12:30Z'");

        JsonNode refused = commands.carryOut("put-flag", "{\"series\": 4711}");

        assertThat(refused.at("/result/problem/status").asInt()).isEqualTo(409);
        assertThat(refused.at("/result/problem/code").asText()).isEqualTo("not-installed");
        assertThat(refused.at("/result/problem/detail").asText())
                .isEqualTo("series 4711: d1 is no longer installed at B-17");
        String id = database.rows("select flag_id from series_flag").get(0);
        commands.carryOut("put-flag", "{\"flag\": %s, \"action\": \"end\"}".formatted(id));
        assertThat(database.rows("select until_at is not null from series_flag"))
                .containsExactly("t");
    }

    private String detail(String kind, String body) {
        return commands.carryOut(kind, body).at("/result/problem/detail").asText();
    }

    private static String golden(String name) throws IOException {
        try (InputStream body = Objects.requireNonNull(
                PersonsWordTest.class.getResourceAsStream("/golden/command-" + name + ".json"), "golden message")) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
