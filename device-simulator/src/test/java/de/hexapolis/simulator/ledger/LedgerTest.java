package de.hexapolis.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.load.LoadMessages;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    @TempDir
    private Path folder = Path.of("");

    static LoadPlan plan(int devices, int connections, long rate, long messages) {
        return new LoadPlan(
                new CityId("loadtest"),
                devices,
                connections,
                rate,
                messages,
                4,
                0.1,
                0.05,
                1,
                Instant.parse("2026-07-01T10:15:00.123456Z"),
                Values.DICE);
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 1000, 5000", "7, 3, 333, 4000", "1, 1, 1000000, 100", "5, 5, 1, 50"})
    void everyMessageIsFoundAgainByDeviceAndTimeAndTimesRiseStrictly(
            int devices, int connections, long rate, long messages) {
        LoadPlan plan = plan(devices, connections, rate, messages);
        Map<Integer, Long> lastTime = new HashMap<>();
        Map<Integer, Long> lastSeq = new HashMap<>();
        for (long message = 0; message < messages; message++) {
            int device = plan.device(message);
            long time = plan.observedAtMicros(message);
            assertThat(plan.messageAt(device, time)).isEqualTo(message);
            assertThat(time).isGreaterThan(lastTime.getOrDefault(device, Long.MIN_VALUE));
            assertThat(plan.seq(message)).isEqualTo(lastSeq.getOrDefault(device, -1L) + 1);
            lastTime.put(device, time);
            lastSeq.put(device, plan.seq(message));
        }
        assertThat(lastTime).as("all devices send").hasSize(devices);
        assertThat(plan.messageAt(0, plan.startMicros() - 1)).isEqualTo(-1);
    }

    @Test
    void sharesOfDuplicatesAndPoisonAreAsAsked() {
        LoadPlan plan = plan(10, 2, 1_000, 20_000);
        long twice = 0;
        long poison = 0;
        for (long message = 0; message < plan.messages(); message++) {
            twice += plan.isSentTwice(message) ? 1 : 0;
            poison += plan.isPoison(message) ? 1 : 0;
        }
        assertThat(twice).isBetween(1_850L, 2_150L);
        assertThat(poison).isBetween(900L, 1_100L);
    }

    @Test
    void payloadsSayWhatTheFormulaSays() {
        LoadPlan plan = plan(3, 1, 1_000, 100);
        LoadMessages messages = new LoadMessages(plan);
        long message = 0;
        while (plan.isPoison(message)) {
            message++;
        }
        String text = new String(messages.message(message).payload(), StandardCharsets.UTF_8);
        String first =
                "\"value\":%d.%02d}".formatted(plan.hundredths(message, 0) / 100, plan.hundredths(message, 0) % 100);
        assertThat(text)
                .startsWith("{\"observed_at\":\"2026-07-01T10:15:00.12")
                .contains("Z\",\"readings\":[{\"quantity\":\"fill_level\"," + first)
                .endsWith("}]}");
        assertThat(messages.message(message).topic()).isEqualTo("v1/loadtest/loadtest-00001/telemetry");
    }

    @Test
    void whatWasNotedIsThereWhenTheFileIsOpenedAgain() throws IOException {
        Path file = folder.resolve("ledger");
        Ledger ledger = Ledger.create(file, plan(10, 3, 1_000, 1_000));
        for (long message = 0; message < 500; message++) {
            ledger.attempting(message);
            if (message % 7 != 0) {
                ledger.acknowledged(message);
            }
        }
        Ledger again = Ledger.open(file);
        assertThat(again.plan()).isEqualTo(ledger.plan());
        assertThat(again.attempted()).isEqualTo(500);
        assertThat(again.acknowledged()).isEqualTo(500 - 72);
        assertThat(again.isAttempted(499)).isTrue();
        assertThat(again.isAttempted(500)).isFalse();
        assertThat(again.isAcknowledged(7)).isFalse();
        assertThat(again.isAcknowledged(8)).isTrue();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .startsWith("{\"ledger\":1,\"city\":\"loadtest\"");
    }

    @Test
    void neitherOverwritesNorBelievesADamagedFile() throws IOException {
        Path file = folder.resolve("ledger");
        Ledger.create(file, plan(10, 1, 1_000, 1_000));
        assertThatThrownBy(() -> Ledger.create(file, plan(10, 1, 1_000, 1_000))).isInstanceOf(BadInput.class);
        Path cutOff = Files.write(folder.resolve("cut"), Arrays.copyOf(Files.readAllBytes(file), 4_100));
        assertThatThrownBy(() -> Ledger.open(cutOff))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cut off");
        Path other = Files.writeString(folder.resolve("other"), "hello");
        assertThatThrownBy(() -> Ledger.open(other)).isInstanceOf(BadInput.class);
    }
}
