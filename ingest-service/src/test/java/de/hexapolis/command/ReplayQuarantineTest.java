package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplayQuarantineTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final List<String> sent = new ArrayList<>();
    private final CommandTable commands =
            new CommandTable(database, new ReplayQuarantine(this::pipeline, PlatformClock.realTime()));

    @BeforeEach
    void twelveHundredMessagesOfTwoDevicesWait() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into quarantine (fingerprint, source, topic, payload, reason, detail, device_key, city_id,
                    received_at, last_received_at, repeats)
                select n::text::bytea, 'own', 'v1', convert_to('m' || n, 'UTF8'), 'unknown_device', 'before',
                    'dev-' || n % 2, case n % 2 when 0 then 'fulda' end, now(), now(), 3
                from generate_series(1, 1200) n;
                """);
    }

    @Test
    void allAreSentAgainInOrderAndClosedOnceStored() {
        JsonNode row = commands.carryOut("replay-quarantine", "{\"reason\": \"unknown_device\"}");

        assertThat(row.at("/result/stored").asInt()).isEqualTo(1200);
        assertThat(row.at("/result/waiting").asInt()).isZero();
        assertThat(sent).hasSize(1200).startsWith("m1", "m2").endsWith("m1200");
        assertThat(database.rows("select count(*) from quarantine where replayed_at is null"))
                .containsExactly("0");
    }

    @Test
    void whatIsRefusedAgainStaysWithTheReasonOfNowAndIsNoRepeat() {
        database.execute("update quarantine set payload = 'bad' where quarantine_id = 5");

        JsonNode row = commands.carryOut("replay-quarantine", "{\"device\": \"DEV-1\"}");

        assertThat(row.at("/result/stored").asInt()).isEqualTo(599);
        assertThat(row.at("/result/waiting").asInt()).isEqualTo(1);
        assertThat(database.rows("select reason, detail, repeats, replayed_at from quarantine where quarantine_id = 5"))
                .containsExactly("malformed after 3 null");
    }

    @Test
    void betweenPagesOtherCommandsHaveTheirTurnAndTheProgressIsVisible() {
        UUID replay = commands.request("replay-quarantine", "{}", null, null);
        commands.runNext();
        UUID other = commands.request("replay-quarantine", "{\"ids\": [1]}", null, null);

        assertThat(commands.row(replay).path("outcome").isNull()).isTrue();
        assertThat(commands.row(replay).at("/result/stored").asInt()).isEqualTo(500);
        commands.runNext();
        assertThat(commands.row(other).path("outcome").asText()).isEqualTo("done");
        assertThat(commands.row(replay).path("outcome").isNull()).isTrue();
        while (commands.runNext()) {
            // the remaining pages
        }
        assertThat(commands.row(replay).at("/result/stored").asInt()).isEqualTo(1200);
    }

    @Test
    void staffReplayTheirOwnCityOnly() {
        JsonNode row = commands.carryOutFor("fulda", "replay-quarantine", "{}");

        assertThat(row.at("/result/stored").asInt()).isEqualTo(600);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsSentAgain() {
        assertThat(refusal("{\"city\": \"fulda\", \"ids\": 17}")).isEqualTo("ids: must be an array of numbers");
        assertThat(refusal("{\"ids\": [17.5]}")).isEqualTo("ids: '17.5' is not a number");
        assertThat(refusal("{\"ids\": []}")).isEqualTo("ids: is empty");
        assertThat(refusal("{\"city\": \"fulda\", \"id\": [17]}"))
                .isEqualTo("id: is not known; one of reason, device, city, ids");
        assertThat(sent).isEmpty();
    }

    private String refusal(String body) {
        return commands.carryOut("replay-quarantine", body)
                .at("/result/problem/detail")
                .asText();
    }

    /** Keeps everything but {@code bad}, which it puts into quarantine again as package store does. */
    private void pipeline(List<RawMessage> messages) {
        for (RawMessage message : messages) {
            String payload = new String(message.payload(), StandardCharsets.UTF_8);
            sent.add(payload);
            if (payload.equals("bad")) {
                database.execute(
                        """
                        update quarantine set reason = 'malformed', detail = 'after', repeats = repeats + 1
                        where payload = 'bad'
                        """);
            }
        }
    }
}
