package de.hexapolis.simulator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.BrokerServer;
import de.hexapolis.simulator.Simulator;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.load.LoadMessages;
import de.hexapolis.simulator.publish.Listener;
import de.hexapolis.simulator.publish.OneAnswerBroker;
import de.hexapolis.simulator.publish.Outgoing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LoadAndVerifyTest {
    private static final int MESSAGES = 2_000;
    private static final List<String> QUANTITIES = List.of("fill_level", "device_temperature", "battery_level", "tilt");

    @TempDir
    private Path folder = Path.of("");

    private final String uri = BrokerServer.open().address().toString();
    private TrialStore store;
    private Path file = Path.of("");
    private List<Outgoing> heard = List.of();

    @BeforeEach
    void loadAndHearIt() throws SQLException, MqttException {
        store = new TrialStore(20, QUANTITIES);
        file = folder.resolve("ledger");
        try (Listener listener = new Listener(uri, "v1/loadtest/+/telemetry")) {
            int exitCode = Simulator.run(
                    "load",
                    "--broker",
                    uri,
                    "--rate",
                    "0",
                    "--messages",
                    Integer.toString(MESSAGES),
                    "--devices",
                    "20",
                    "--duplicates",
                    "0.1",
                    "--poison",
                    "0.05",
                    "--ledger",
                    file.toString(),
                    "--json");
            assertThat(exitCode).isEqualTo(ExitCode.DONE);
            await().atMost(Duration.ofSeconds(30)).until(() -> listener.heard().size() >= MESSAGES * 1.05);
            await().during(Duration.ofMillis(500)).until(() -> true);
            heard = new ArrayList<>(listener.heard());
        }
    }

    @AfterEach
    void dropTheStore() {
        store.close();
    }

    @Test
    void findsEveryMessageOfAnHonestStore() throws SQLException {
        store.store(heard);
        Verdict verdict = verdict();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.sent()).isEqualTo(MESSAGES);
        assertThat(verdict.acknowledged()).isEqualTo(MESSAGES);
        assertThat(verdict.stored() + verdict.quarantinedPoison()).isEqualTo(MESSAGES);
        assertThat(verdict.quarantinedPoison()).isBetween(60L, 140L);
        assertThat(verdict.storedSum()).isEqualTo(verdict.expectedSum()).isPositive();
        assertThat(exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void findsAMessageThatIsMissing() throws SQLException {
        String lost = new String(heard.get(17).payload(), StandardCharsets.ISO_8859_1);
        store.store(heard.stream()
                .filter(one -> !new String(one.payload(), StandardCharsets.ISO_8859_1).equals(lost))
                .toList());
        assertThat(verdict().missing()).isEqualTo(1);
        assertThat(exitCode()).isEqualTo(ExitCode.DIFFERS);
    }

    @Test
    void findsAReadingThatIsMissingAnAlteredOneAndAGhost() throws SQLException {
        store.store(heard);
        store.change("delete from observation where ctid = (select ctid from observation limit 1)");
        store.change("update observation set value = value + 0.01 where (series_id, observed_at) ="
                + " (select series_id, max(observed_at) from observation group by 1 order by 1 limit 1)");
        store.change("insert into observation select series_id, 0, max(observed_at) + interval '1 microsecond', 5"
                + " from observation group by series_id order by 1 limit 1");
        store.change("insert into observation select min(series_id), 0, '1970-01-01Z', 5 from observation");
        Verdict verdict = verdict();
        assertThat(verdict.missing()).isEqualTo(1);
        assertThat(verdict.altered()).isEqualTo(1);
        assertThat(verdict.ghosts()).isEqualTo(2);
        assertThat(verdict.storedSum()).isEqualTo(verdict.expectedSum() + 1);
    }

    @Test
    void findsAReadingThatIsThereTwice() throws SQLException {
        store.store(heard);
        store.change("insert into series (asset_id, device_id, city_id, quantity, channel)"
                + " select asset_id, device_id, city_id, quantity, 'again' from series order by series_id limit 1");
        store.change("insert into observation select (select max(series_id) from series), 0, observed_at, value"
                + " from observation where series_id = (select min(series_id) from series)");
        assertThat(verdict().duplicated()).isBetween(80L, 120L);
        assertThat(exitCode()).isEqualTo(ExitCode.DIFFERS);
    }

    @Test
    void findsAGoodMessageInQuarantine() throws SQLException {
        Ledger ledger = Ledger.open(file);
        long good = 0;
        while (ledger.plan().isPoison(good)) {
            good++;
        }
        Outgoing wronged = new LoadMessages(ledger.plan()).message(good);
        Set<Outgoing> others = heard.stream()
                .filter(one -> !Arrays.equals(one.payload(), wronged.payload()))
                .collect(Collectors.toSet());
        store.store(List.copyOf(others));
        try (Connection connection = store.server().dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into quarantine (fingerprint, source, topic, payload, reason, detail, received_at,"
                                + " last_received_at) values ('x', 'own', ?, ?, 'malformed', '', now(), now())")) {
            insert.setString(1, wronged.topic());
            insert.setBytes(2, wronged.payload());
            insert.execute();
        }
        Verdict verdict = verdict();
        assertThat(verdict.quarantinedGood()).isEqualTo(1);
        assertThat(verdict.missing()).isZero();
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void doesNotHoldWhereTheBrokerRefusedEverything() throws IOException {
        file = folder.resolve("refused");
        try (OneAnswerBroker broker = OneAnswerBroker.answering(0x87)) {
            Simulator.run(
                    "load",
                    "--broker",
                    broker.uri(),
                    "--rate",
                    "100",
                    "--messages",
                    "20",
                    "--devices",
                    "20",
                    "--ledger",
                    file.toString(),
                    "--json");
        }
        assertThat(Ledger.open(file).attempted()).isEqualTo(20);
        assertThat(Ledger.open(file).acknowledged()).isZero();
        assertThat(exitCode()).isEqualTo(ExitCode.DIFFERS);
    }

    @Test
    void writesAPackThatTheSimulatorReadsItself() throws IOException {
        Path pack = folder.resolve("pack");
        assertThat(Simulator.run("load", "--devices", "20", "--print-pack", pack.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(pack.resolve("devices.csv")))
                .hasSize(21)
                .element(1)
                .asString()
                .startsWith("loadtest-00001,");
    }

    private Verdict verdict() throws SQLException {
        try (Connection connection = store.server().dataSource().getConnection()) {
            return new Comparison(Ledger.open(file)).run(connection);
        }
    }

    private int exitCode() {
        return Simulator.run(
                "verify",
                "--ledger",
                file.toString(),
                "--database-url",
                store.server().jdbcUrl(),
                "--database-user",
                store.server().username(),
                "--database-password",
                store.server().password(),
                "--json");
    }
}
