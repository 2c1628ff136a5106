package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.delivery.AllowedAddress;
import de.hexapolis.delivery.AllowedNetworks;
import de.hexapolis.delivery.AllowedReceivers;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutChannelTest {
    private static final String WEBHOOK =
            """
            {"city": "fulda", "kind": "webhook", "name": "Tickets", "address": "http://127.0.0.1:9/hook",
             "settings": {"severity_from": "warning", "kinds": ["alert", "order.opened"]}}
            """;
    private static final String PUSH =
            """
            {"city": "fulda", "crew": "nord", "kind": "push", "owner": "kim", "address": "https://127.0.0.1/abc",
             "keys": {"p256dh": "BPlKQpTkUfqQhjTzHxsVmT0MHi9yqJ6yJm", "auth": "c2VjcmV0c2VjcmV0MTI"}}
            """;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private CommandTable commands;

    @BeforeEach
    void prepare() {
        AllowedAddress loopback =
                new AllowedAddress(AllowedNetworks.of("hexapolis.webhooks.allow", List.of("127.0.0.0/8")));
        commands = new CommandTable(
                database, new PutChannel(PlatformClock.realTime(), new AllowedReceivers(loopback, loopback)));
        database.execute(
                """
                delete from channel;
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin'),
                    ('kassel', 'Kassel', 'Europe/Berlin');
                insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
                values ('fulda', 'nord', 'Nord', 'North', '{}', '2026-01-01Z');
                """);
    }

    @Test
    void answersAWebhooksSecretOnceAndNoOtherSecret() {
        JsonNode made = commands.carryOutFor("fulda", "put-channel", WEBHOOK).path("result");

        assertThat(made.path("created").asBoolean()).isTrue();
        assertThat(made.path("secret").asText()).startsWith("whsec_");
        assertThat(made.path("channel").path("state").asText()).isEqualTo("active");
        assertThat(database.rows("select secret from channel"))
                .containsExactly(made.path("secret").asText());
        JsonNode changed = carryOut("{\"id\": %d, \"name\": \"Anders\"}"
                .formatted(made.at("/channel/id").asLong()));
        assertThat(changed.at("/result/secret").isMissingNode()).isTrue();
        assertThat(changed.at("/result/channel/name").asText()).isEqualTo("Anders");
        assertThat(changed.at("/result/channel/settings/severity_from").asText())
                .isEqualTo("warning");
        JsonNode renewed = carryOut("{\"id\": %d, \"new_secret\": true}"
                .formatted(made.at("/channel/id").asLong()));
        assertThat(renewed.at("/result/secret").asText())
                .startsWith("whsec_")
                .isNotEqualTo(made.path("secret").asText());
    }

    @Test
    void switchesOffAndOnAndDeletes() {
        long id = carryOut(WEBHOOK).at("/result/channel/id").asLong();

        assertThat(carryOut("{\"id\": %d, \"enabled\": false}".formatted(id))
                        .at("/result/channel/state")
                        .asText())
                .isEqualTo("disabled");
        assertThat(carryOut("{\"id\": %d, \"name\": \"x\"}".formatted(id))
                        .at("/result/channel/state")
                        .asText())
                .isEqualTo("disabled");
        assertThat(carryOut("{\"id\": %d, \"enabled\": true}".formatted(id))
                        .at("/result/channel/state")
                        .asText())
                .isEqualTo("active");
        assertThat(carryOut("{\"id\": %d, \"delete\": true}".formatted(id))
                        .at("/result/deleted")
                        .asBoolean())
                .isTrue();
        assertThat(database.rows("select * from channel")).isEmpty();
    }

    @Test
    void subscribesABrowserOnceAndForgetsItWhenItsPersonSaysSo() {
        JsonNode first = carryOut(PUSH).path("result");
        JsonNode again = carryOut(PUSH).path("result");

        assertThat(first.path("created").asBoolean()).isTrue();
        assertThat(again.path("created").asBoolean()).isFalse();
        assertThat(first.has("secret")).isFalse();
        assertThat(first.at("/channel/address").asText()).isEqualTo("https://127.0.0.1");
        String delete =
                "{\"kind\": \"push\", \"owner\": \"%s\", \"address\": \"https://127.0.0.1/abc\", \"delete\": true}";
        assertThat(carryOut(delete.formatted("eve")).at("/result/deleted").asBoolean())
                .isFalse();
        assertThat(carryOut(delete.formatted("kim")).at("/result/deleted").asBoolean())
                .isTrue();
    }

    @Test
    void forgetsABrowserWithAllCrewsThatItHears() {
        carryOut(PUSH);
        database.execute(
                """
                insert into channel (city_id, crew_id, kind, name, address, owner, changed_at)
                select city_id, null, kind, name, address, owner, changed_at from channel where crew_id = 'nord'
                """);
        assertThat(database.rows("select * from channel")).hasSize(2);

        carryOut("{\"kind\": \"push\", \"owner\": \"kim\", \"address\": \"https://127.0.0.1/abc\", \"delete\": true}");

        assertThat(database.rows("select * from channel")).isEmpty();
    }

    @Test
    void doesNotMakeTwoChannelsOneByChangingAnAddress() {
        String mail = "{\"city\": \"fulda\", \"kind\": \"mail\", \"name\": \"%s\", \"address\": \"%s\"}";
        carryOut(mail.formatted("Leitung", "a@fulda.example"));
        long second = carryOut(mail.formatted("Hof", "b@fulda.example"))
                .at("/result/channel/id")
                .asLong();

        JsonNode problem = carryOut("{\"id\": %d, \"address\": \"a@fulda.example\"}".formatted(second))
                .at("/result/problem");

        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("code").asText()).isEqualTo("channel-exists");
        assertThat(problem.path("detail").asText()).contains("'Leitung'");
    }

    @Test
    void putsATestIntoTheOutboxOfAChannelThatIsOn() {
        long id = carryOut(WEBHOOK).at("/result/channel/id").asLong();
        String test = "{\"id\": %d, \"test\": true}".formatted(id);

        assertThat(status("kassel", test)).isEqualTo(403);
        JsonNode tried = commands.carryOutFor("fulda", "put-channel", test);
        assertThat(database.rows("select id, kind, body ->> 'channel', crew_id from notice"))
                .containsExactly(tried.at("/result/notice").asText() + " channel.test " + id + " staff");
        assertThat(carryOut(test).at("/result/problem/code").asText()).isEqualTo("tested-just-now");

        carryOut("{\"id\": %d, \"enabled\": false}".formatted(id));
        JsonNode problem = carryOut(test).at("/result/problem");
        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("code").asText()).isEqualTo("channel-disabled");
        assertThat(database.rows("select * from notice")).hasSize(1);
    }

    @Test
    void leavesOtherCitiesAndTheBrokerToThoseWhoseTheyAre() {
        long id = carryOut(WEBHOOK).at("/result/channel/id").asLong();
        String mqtt = "{\"kind\": \"mqtt\", \"name\": \"broker\", \"address\": \"v1\"}";
        long broker = carryOut(mqtt).at("/result/channel/id").asLong();

        assertThat(status("kassel", "{\"id\": %d, \"name\": \"x\"}".formatted(id)))
                .isEqualTo(403);
        assertThat(status("kassel", WEBHOOK)).isEqualTo(403);
        assertThat(status("fulda", mqtt)).isEqualTo(403);
        assertThat(status("fulda", "{\"id\": %d, \"name\": \"x\"}".formatted(broker)))
                .isEqualTo(403);
        assertThat(status("fulda", "{\"id\": 4711, \"name\": \"x\"}")).isEqualTo(404);
        assertThat(status("fulda", WEBHOOK)).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "webhook | https://10.0.0.1/hook    | {}                                | address",
                "webhook | https://169.254.169.254/ | {}                                | address",
                "webhook | http://no-such.invalid/  | {}                                | address",
                "webhook | nonsense                 | {}                                | address",
                "mail    | not an address           | {}                                | address",
                "mail    | a@b.de,c@d.de            | {}                                | address",
                "fax     | 0661                     | {}                                | kind",
                "mail    | a@b.de                   | {'severity_from': 'bad'}          | severity_from",
                "mail    | a@b.de                   | {'kinds': ['alarm']}              | kinds",
                "mail    | a@b.de                   | {'digest': {'at': ['25:00']}}     | at",
                "mail    | a@b.de                   | {'digest': {'below': 'info'}}     | at",
                "mail    | a@b.de                   | {'secret': 'x'}                   | secret",
                "mail    | a@b.de                   | {'language': 'fr'}                | language"
            })
    void refusesWhatItWouldNotUnderstand(String kind, String address, String settings, String parameter) {
        JsonNode row = carryOut(
                """
                {"city": "fulda", "kind": "%s", "name": "Test", "address": "%s", "settings": %s}
                """
                        .formatted(kind, address, settings.replace('\'', '"')));

        assertThat(row.at("/result/problem/status").asInt()).isEqualTo(400);
        assertThat(row.at("/result/problem/parameter").asText()).endsWith(parameter);
    }

    private JsonNode carryOut(String body) {
        return commands.carryOut("put-channel", body);
    }

    private int status(String city, String body) {
        return commands.carryOutFor(city, "put-channel", body)
                .at("/result/problem/status")
                .asInt();
    }
}
