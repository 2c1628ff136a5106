package de.hexapolis.simulator.crews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.crews.Visit.Deed;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinTruth;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.simulator.physics.TreeTruth;
import de.hexapolis.simulator.physics.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitLogTest {
    private static final Instant NOON = Instant.parse("2026-06-10T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void emptiesABinFromThenOnAndNotBefore() {
        SimulatedDevice device = Devices.of("bin", 3);
        try (VisitLog log = open(Optional.empty())) {
            BinTruth bin = World.seeded(7, log).bin(device);
            double before = bin.percent(NOON.minusSeconds(60));
            log.add(visit(device, NOON, Deed.EMPTIED));
            assertThat(bin.percent(NOON.minusSeconds(60))).isEqualTo(before).isGreaterThan(5);
            assertThat(bin.percent(NOON.plusSeconds(60))).isLessThan(3.1);
            assertThat(bin.percent(NOON.plus(Duration.ofHours(5))))
                    .as("and it fills again")
                    .isGreaterThan(bin.percent(NOON.plusSeconds(60)));
        }
    }

    @Test
    void watersATreeThoughItsTensionWasAskedForBefore() {
        Instant later = NOON.plus(Duration.ofHours(1));
        try (VisitLog log = open(Optional.empty())) {
            World world = World.seeded(7, log);
            SimulatedDevice device = IntStream.range(0, 100)
                    .mapToObj(tree -> Devices.of("tree", tree))
                    .filter(tree -> world.tree(tree).kpa(0, NOON) > 40)
                    .findFirst()
                    .orElseThrow();
            TreeTruth tree = world.tree(device);
            double dry = tree.kpa(0, later);
            log.add(visit(device, NOON, Deed.WATERED));
            assertThat(tree.kpa(0, later)).isLessThan(0.5 * dry);
        }
    }

    @Test
    void isReadBackAsItWasByWhoeverOpensItNext() throws IOException {
        SimulatedDevice device = Devices.of("bin", 3);
        try (VisitLog log = open(Optional.empty())) {
            log.add(visit(device, NOON, Deed.EMPTIED));
        }
        Path file = folder.resolve("visits");
        Files.writeString(file, "2026-06-10T10:00:00Z,fulda,bi", StandardOpenOption.APPEND);
        try (VisitLog log = open(Optional.empty())) {
            assertThat(log.size()).isEqualTo(1);
            assertThat(World.seeded(7, log).bin(device).percent(NOON.plusSeconds(60)))
                    .isLessThan(3.1);
            log.add(visit(device, NOON.plusSeconds(3_600), Deed.EMPTIED));
        }
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.endsWith(",9"));
    }

    @Test
    void canKeepTheRoundsAwayForGood() {
        SimulatedDevice device = Devices.of("bin", 3);
        try (VisitLog log = open(Optional.of(NOON))) {
            assertThat(World.seeded(7, log).bin(device).percent(NOON.plus(Duration.ofDays(20))))
                    .isGreaterThanOrEqualTo(100);
        }
        try (VisitLog log = open(Optional.of(NOON.plus(Duration.ofDays(30))))) {
            assertThat(log.roundsGo(NOON.getEpochSecond() / 86_400 + 2))
                    .as("what the first start said holds")
                    .isFalse();
        }
    }

    @Test
    void saysWhichLineIsNone() throws IOException {
        Files.writeString(folder.resolve("visits"), "2026-06-10T10:00:00Z,fulda,bin3,emptied,9\nnonsense\n");
        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("visits:2")
                .hasMessageContaining("nonsense");
    }

    private VisitLog open(Optional<Instant> withoutRounds) {
        return VisitLog.open(folder.resolve("visits"), withoutRounds);
    }

    private static Visit visit(SimulatedDevice device, Instant at, Deed deed) {
        return new Visit(at, device.city(), device.site().reference(), deed, 9);
    }
}
