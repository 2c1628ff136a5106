package de.hexapolis.trials.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Protocol protocol =
            new Protocol(Map.of("seed", 7), new PrintStream(printed, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void holdsOnlyIfEveryCheckDoes() {
        protocol.add(Section.ran("F1", "killed", 1, List.of(Check.equal("lost", 0, 0))));
        assertThat(protocol.holds()).isTrue();

        protocol.add(Section.ran("F2", "frozen", 1, List.of(Check.equal("lost", 1, 0))));

        assertThat(protocol.holds()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("FAIL").contains("! lost");
    }

    @Test
    void tellsTimesThatWereMissedFromWhatIsBroken() {
        protocol.add(Section.ran("D1", "queries", 1, List.of(Check.atMost("one series, p95", 5, 10, "ms"))));
        assertThat(protocol.exitCode()).isZero();

        protocol.add(Section.ran("D1", "queries", 1, List.of(Check.atMost("one series, p95", 11, 10, "ms"))));
        assertThat(protocol.exitCode()).isEqualTo(3);

        protocol.add(Section.ran("D1", "queries", 1, List.of(new Check("it went through", "HTTP 500", "yes", false))));
        assertThat(protocol.exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhatWasNotRunAndWhy() throws IOException {
        protocol.add(Section.skipped("F10", "disk full", "may not mount here"));
        protocol.write(folder.resolve("faults.json"));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("NOT RUN").contains("may not mount here");
        assertThat(Files.readString(folder.resolve("faults.json"))).contains("\"verdict\" : \"NOT RUN\"");
    }

    @Test
    void comparesNumbersWithTheirBounds() {
        assertThat(Check.atMost("time", 5.01, 5, "s").holds()).isFalse();
        assertThat(Check.atLeast("rate", 5_000, 5_000, "msg/s").holds()).isTrue();
        assertThat(Check.atMost("time", 0.5, 5, "s").found()).isEqualTo("0.50 s");
    }
}
