package de.hexapolis.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.BrokerServer;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.fleet.BlueprintFleet;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.publish.Listener;
import de.hexapolis.simulator.publish.OneAnswerBroker;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.simulator.scenario.Troubles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class SimulatorTest {
    private static final int NOT_AUTHORISED = 0x87;

    private final String uri = BrokerServer.open().address().toString();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void simulatesAFleetOverARealBroker() throws MqttException {
        try (Listener listener = new Listener(uri, "v1/simulated/+/telemetry")) {
            int exitCode = Simulator.run(
                    "simulate",
                    "--broker",
                    uri,
                    "--devices",
                    "50",
                    "--city",
                    "simulated",
                    "--spread",
                    "PT1S",
                    "--for",
                    "PT2S",
                    "--json");
            assertThat(exitCode).isEqualTo(ExitCode.DONE);
            await().until(() -> listener.heard().size() >= 48);
        }
    }

    @Test
    void publishesAFileAsItIs() throws IOException, MqttException {
        Path file = Files.writeString(folder.resolve("message"), "{\"a\": 1}\n");
        try (Listener listener = new Listener(uri, "single/test")) {
            assertThat(Simulator.run("publish", "--broker", uri, "--topic", "single/test", file.toString(), "--json"))
                    .isEqualTo(ExitCode.DONE);
            await().until(() -> listener.heard().size() == 1);
            assertThat(new String(listener.heard().get(0).payload(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"a\": 1}\n");
        }
    }

    @Test
    void replaysTheBinsOfWyndham() throws MqttException {
        Path recorded = SharedData.file("bins/wyndham_bin_fill_15days.csv");
        try (Listener listener = new Listener(uri, "v1/wyndham/+/telemetry")) {
            assertThat(Simulator.run("replay", "--broker", uri, recorded.toString(), "--json"))
                    .isEqualTo(ExitCode.DONE);
            await().until(() -> listener.heard().size() == 480);
            assertThat(new String(listener.heard().get(0).payload(), StandardCharsets.UTF_8))
                    .contains("\"quantity\":\"fill_level\",\"value\":60.0");
        }
    }

    @Test
    void writesAPackOfJustTheDevicesThatAReplaySends() throws IOException, MqttException {
        Path recorded = threeReadings();
        Path pack = folder.resolve("pack");
        assertThat(Simulator.run(
                        "replay", recorded.toString(), "--city", "packed", "--print-pack", pack.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(pack.resolve("blueprint.yaml"))).contains("id: packed\n", "extends: base\n");
        List<SimulatedDevice> registered = BlueprintFleet.read(folder, Set.of());
        assertThat(registered).allSatisfy(device -> assertThat(device.installedFrom())
                .isBefore(Instant.parse("2026-07-01T10:00:00Z")));
        try (Listener listener = new Listener(uri, "v1/packed/+/telemetry")) {
            assertThat(Simulator.run("replay", "--broker", uri, recorded.toString(), "--city", "packed", "--json"))
                    .isEqualTo(ExitCode.DONE);
            await().until(() -> listener.heard().size() == 3);
            assertThat(listener.heard().stream().map(message -> message.topic().split("/", -1)[2]))
                    .containsOnly(registered.stream()
                            .map(device -> device.id().value())
                            .toArray(String[]::new));
        }
    }

    @Test
    void replaysAtThePaceAskedFor() throws IOException, MqttException {
        Path recorded = threeReadings();
        try (Listener listener = new Listener(uri, "v1/paced/+/telemetry")) {
            long start = System.nanoTime();
            assertThat(Simulator.run(
                            "replay",
                            "--broker",
                            uri,
                            recorded.toString(),
                            "--city",
                            "paced",
                            "--speed",
                            "20",
                            "--json"))
                    .isEqualTo(ExitCode.DONE);
            // twenty seconds of the recording
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(990));
            await().until(() -> listener.heard().size() == 3);
        }
    }

    /** Of two devices, within twenty seconds. */
    private Path threeReadings() throws IOException {
        return Files.writeString(
                folder.resolve("recorded.csv"),
                """
                serial,date,fullness_0_10
                B2,2026-07-01T10:00:00Z,5
                b1,2026-07-01T10:00:10Z,6
                B2,2026-07-01T10:00:20Z,7
                """);
    }

    @Test
    void simulatesFasterThanTimeGoesBy() throws MqttException {
        try (Listener listener = new Listener(uri, "v1/fast/+/telemetry")) {
            long start = System.nanoTime();
            int exitCode = Simulator.run(
                    "simulate",
                    "--broker",
                    uri,
                    "--devices",
                    "3",
                    "--city",
                    "fast",
                    "--speed",
                    "3600",
                    "--for",
                    "PT2H",
                    "--json");
            assertThat(exitCode).isEqualTo(ExitCode.DONE);
            // two hours of the devices' time
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1_500));
            // the bins report every half hour
            await().untilAsserted(() -> {
                assertThat(listener.heard()).hasSizeGreaterThanOrEqualTo(6);
                assertThat(span(listener.heard())).isGreaterThan(Duration.ofHours(1));
            });
        }
    }

    private static Duration span(List<Outgoing> heard) {
        List<Instant> observed =
                heard.stream().map(SimulatorTest::observedAt).sorted().toList();
        return Duration.between(observed.get(0), observed.get(observed.size() - 1));
    }

    private static Instant observedAt(Outgoing message) {
        String payload = new String(message.payload(), StandardCharsets.UTF_8);
        return Instant.parse(payload.replaceFirst(".*\"observed_at\":\"([^\"]+)\".*", "$1"));
    }

    @Test
    void makesAHistoryAsRowsForCopy() throws IOException {
        Path csv = folder.resolve("history.csv");
        int exitCode = Simulator.run(
                "backfill",
                "--devices",
                "20",
                "--days",
                "30",
                "--until",
                "2026-07-01T00:00:00Z",
                "--csv",
                csv.toString(),
                "--json");
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows.get(0)).isEqualTo("device,quantity,channel,observed_at,value");
        assertThat(rows).hasSizeGreaterThan(20 * 30 * 24 * 2);
        assertThat(rows).anyMatch(row -> row.matches("fulda-00006,soil_water_tension,30cm,2026-06-\\d\\dT.*Z,[\\d.]+"));
    }

    @Test
    void makesAHistoryInTheQuantitiesOfTheDevicesProfiles() throws IOException {
        Path csv = folder.resolve("history.csv");
        int exitCode = Simulator.run(
                "backfill",
                "--blueprints",
                SharedData.root().resolve("deploy/blueprints").toString(),
                "--city",
                "fulda",
                "--days",
                "1",
                "--interval-scale",
                "12",
                "--csv",
                csv.toString(),
                "--json");
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        String rows = Files.readString(csv);
        assertThat(rows)
                .contains(",battery_level,", ",soil_moisture,,", ",soil_moisture,5,", ",tilt,pitch,", ",speed,");
    }

    @Test
    void makesAHistoryOverTheBroker() throws MqttException {
        try (Listener listener = new Listener(uri, "v1/history/+/telemetry")) {
            int exitCode = Simulator.run(
                    "backfill", "--broker", uri, "--devices", "10", "--city", "history", "--days", "2", "--json");
            assertThat(exitCode).isEqualTo(ExitCode.DONE);
            await().until(() -> listener.heard().size() > 10 * 2 * 24);
        }
    }

    @Test
    void endsWithTheExitCodeThatFits() throws IOException {
        assertThat(Simulator.run(
                        "load", "--rate", "-1", "--ledger", folder.resolve("x").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(Simulator.run("simulate", "--blueprints", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Simulator.run(
                        "publish",
                        "--broker",
                        "tcp://127.0.0.1:1",
                        "--patience",
                        "PT0S",
                        "--timeout",
                        "PT0S",
                        "--topic",
                        "x",
                        Files.writeString(folder.resolve("m"), "m").toString()))
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(Simulator.run("nonsense")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void endsLikeAFailureIfTheBrokerRefusesMessages() throws IOException {
        String rows = Files.writeString(folder.resolve("rows.csv"), "serial,date,fullness_0_10\n1,2026-07-01,5\n")
                .toString();
        String ledger = folder.resolve("ledger").toString();
        try (OneAnswerBroker broker = OneAnswerBroker.answering(NOT_AUTHORISED)) {
            assertThat(runAt(broker, "load", "--rate", "100", "--messages", "20", "--devices", "4", "--ledger", ledger))
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(runAt(broker, "backfill", "--devices", "2", "--days", "1"))
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(runAt(broker, "replay", rows)).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(runAt(broker, "simulate", "--devices", "5", "--spread", "PT0.5S", "--for", "PT1S"))
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(runAt(broker, "publish", "--topic", "x", rows)).isEqualTo(ExitCode.UNAVAILABLE);
        }
    }

    private static int runAt(OneAnswerBroker broker, String... arguments) {
        return Simulator.run(Stream.concat(Arrays.stream(arguments), Stream.of("--broker", broker.uri(), "--json"))
                .toArray(String[]::new));
    }

    @Test
    void isDescribedWithEverySubcommandAndExitCode() throws IOException {
        String page = Files.readString(SharedData.root().resolve("docs/simulator.md"));
        CommandLine simulator = Simulator.commandLine();
        simulator.getSubcommands().keySet().forEach(name -> assertThat(page).contains("`" + name + "`"));
        simulator.getCommandSpec().usageMessage().exitCodeList().forEach((code, meaning) -> assertThat(page)
                .contains("| " + code + " | " + meaning + " |"));
    }

    @Test
    void hasNoScenarioThatItDoesNotDescribe() throws IOException {
        String page = Files.readString(SharedData.root().resolve("docs/simulator.md"));
        for (Troubles trouble : Troubles.values()) {
            assertThat(page).contains("`" + trouble + "`");
        }
    }
}
