package de.hexapolis.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.hexapolis.simulator.Simulator;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.fleet.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    private static final double FULL = 85;

    private static List<Row> bins = List.of();
    private static List<Row> trees = List.of();

    private record Row(
            String series, Instant at, double level, String limitAt, String roundAt, String atRound, String reading) {
        static Row of(Table.Row row) {
            return new Row(
                    row.text("kind") + row.text("reference") + row.text("channel"),
                    Instant.parse(row.required("at")),
                    row.number("level"),
                    row.text("full_at_if_left") + row.text("dry_at_if_no_water"),
                    row.text("next_round_at"),
                    row.text("level_at_round"),
                    row.text("reading"));
        }
    }

    @BeforeAll
    static void writeIt(@TempDir Path folder) {
        Path file = folder.resolve("truth.csv");
        assertThat(Simulator.run(
                        "truth",
                        "--devices",
                        "40",
                        "--seed",
                        "7",
                        "--from",
                        "2026-06-01T00:00:00Z",
                        "--until",
                        "2026-06-29T00:00:00Z",
                        "--out",
                        file.toString(),
                        "--json"))
                .isEqualTo(ExitCode.DONE);
        Map<Boolean, List<Row>> rows = Table.read(file).map(Row::of).stream()
                .collect(Collectors.partitioningBy(row -> row.series().startsWith("bin")));
        bins = rows.getOrDefault(true, List.of());
        trees = rows.getOrDefault(false, List.of());
    }

    @Test
    void hasARowForEachReading() {
        assertThat(bins).hasSize(24 * 28 * 48);
        assertThat(trees).hasSize(12 * 28 * 24 * 3);
    }

    @Test
    void bidsABinBeFullWhenItIsFullUnlessARoundCameBefore() {
        int looked = 0;
        for (List<Row> cycle : cycles(bins)) {
            Row first = cycle.get(0);
            for (Row row : cycle) {
                assertThat(row.limitAt()).isNotEmpty();
                if (row.level() < FULL - 0.01) {
                    assertThat(Duration.between(Instant.parse(first.limitAt()), Instant.parse(row.limitAt())))
                            .as("%s is left alone since %s", row, first)
                            .isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(2));
                    assertThat(Instant.parse(row.limitAt())).isAfter(row.at());
                } else if (row.level() > FULL + 0.01) {
                    assertThat(Instant.parse(first.limitAt())).isBefore(row.at());
                    looked++;
                }
            }
        }
        assertThat(looked).as("rows of full bins").isPositive();
    }

    @Test
    void foreseesTheLevelAtTheNextRound() {
        int looked = 0;
        for (List<Row> cycle : cycles(bins)) {
            Row last = cycle.get(cycle.size() - 1);
            boolean comesNext =
                    Duration.between(last.at(), Instant.parse(last.roundAt())).compareTo(Duration.ofMinutes(30)) <= 0;
            for (Row row : cycle) {
                assertThat(Instant.parse(row.roundAt())).isAfter(row.at());
                if (comesNext && row.roundAt().equals(last.roundAt())) {
                    assertThat(Double.parseDouble(row.atRound())).isBetween(last.level() - 0.01, last.level() + 4);
                    looked++;
                }
            }
        }
        assertThat(looked).isGreaterThan(bins.size() / 2);
    }

    @Test
    void readsLikeASensorDoes() {
        List<Row> arrived =
                bins.stream().filter(row -> !row.reading().isEmpty()).toList();
        double share = arrived.size() / (double) bins.size();
        assertThat(share)
                .as("5 %% are lost, and a third of 1.5 %% hear nothing")
                .isCloseTo(0.945, within(0.01));
        double astray = arrived.stream()
                        .filter(row -> Math.abs(Double.parseDouble(row.reading()) - Math.min(100, row.level())) > 8)
                        .count()
                / (double) arrived.size();
        assertThat(astray).as("false echoes").isBetween(0.004, 0.015);
    }

    @Test
    void driesToTheLimitUnlessWaterComes() {
        int looked = 0;
        for (int i = 3; i < trees.size(); i++) {
            Row before = trees.get(i - 3);
            Row row = trees.get(i);
            boolean dryer = row.series().equals(before.series()) && row.level() > before.level();
            if (dryer && !before.limitAt().isEmpty() && before.level() < 79) {
                assertThat(Duration.between(Instant.parse(before.limitAt()), Instant.parse(row.limitAt())))
                        .isBetween(Duration.ofSeconds(-3), Duration.ofSeconds(3));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(1_000);
    }

    /** Rows of a bin between two emptyings; a new one begins where the level falls. */
    private static List<List<Row>> cycles(List<Row> rows) {
        List<List<Row>> cycles = new ArrayList<>();
        List<Row> cycle = new ArrayList<>();
        for (Row row : rows) {
            Row before = cycle.isEmpty() ? row : cycle.get(cycle.size() - 1);
            if (!row.series().equals(before.series()) || row.level() < before.level() - 3) {
                cycles.add(cycle);
                cycle = new ArrayList<>();
            }
            cycle.add(row);
        }
        cycles.add(cycle);
        return cycles;
    }
}
