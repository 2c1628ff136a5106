package de.hexapolis.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.BrokerServer;
import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.publish.Listener;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledLoadTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void leavesALedgerThatIsTrueOfWhatTheBrokerHas() throws Exception {
        String uri = BrokerServer.open().address().toString();
        Path file = folder.resolve("ledger");
        try (Listener listener = new Listener(uri, "v1/killed/+/telemetry")) {
            Process load = new ProcessBuilder(command(uri, file)).inheritIO().start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(file)
                            && Files.size(file) > 4_096
                            && Ledger.open(file).acknowledged() > 2_000);
            load.destroyForcibly().waitFor();
            Ledger ledger = Ledger.open(file);
            LoadMessages messages = new LoadMessages(ledger.plan());
            assertThat(ledger.acknowledged()).isBetween(2_001L, ledger.attempted());
            assertThat(ledger.attempted()).isLessThan(ledger.plan().messages());
            await().atMost(Duration.ofSeconds(30)).until(() -> listener.heard().size() >= ledger.acknowledged());
            Set<ByteBuffer> heard = listener.heard().stream()
                    .map(message -> ByteBuffer.wrap(message.payload()))
                    .collect(Collectors.toSet());
            for (long message = 0; message < ledger.plan().messages(); message++) {
                boolean there =
                        heard.remove(ByteBuffer.wrap(messages.message(message).payload()));
                assertThat(there || !ledger.isAcknowledged(message))
                        .as("acknowledged is there")
                        .isTrue();
                assertThat(ledger.isAttempted(message) || !there)
                        .as("what is there was attempted")
                        .isTrue();
            }
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void endsWithTheSignalsCodeAndSaysHowFarItCameIfItIsTerminated() throws Exception {
        String uri = BrokerServer.open().address().toString();
        Path file = folder.resolve("ledger");
        Path said = folder.resolve("said");
        Process load = new ProcessBuilder(command(uri, file))
                .redirectOutput(said.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(file)
                        && Files.size(file) > 4_096
                        && Ledger.open(file).acknowledged() > 100);
        load.destroy();
        assertThat(load.waitFor()).isEqualTo(143);
        assertThat(Files.readString(said)).contains("{\"report\":\"loaded\"");
    }

    private static List<String> command(String uri, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "de.hexapolis.simulator.Simulator",
                "load",
                "--broker",
                uri,
                "--city",
                "killed",
                "--rate",
                "1000",
                "--seconds",
                "60",
                "--devices",
                "50",
                "--ledger",
                file.toString(),
                "--json");
    }
}
