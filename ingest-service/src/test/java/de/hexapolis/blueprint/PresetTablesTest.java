package de.hexapolis.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.rules.AvailableWater;
import de.hexapolis.rules.Condition;
import de.hexapolis.rules.Level;
import de.hexapolis.rules.Plan;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.RuleFiles;
import de.hexapolis.rules.RuleRow;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.SoilTable;
import de.hexapolis.rules.Threshold;
import de.hexapolis.telemetry.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the base pack's rules, cell by cell. */
class PresetTablesTest {
    private static final RuleBook BOOK = RuleBook.of(
            Stream.of("bins.yaml", "trees.yaml", "frost-and-beacons.yaml")
                    .flatMap(file -> read("rules/" + file))
                    .toList(),
            List.of(),
            List.of());

    private static Stream<RuleRow> read(String file) {
        Path path =
                ShippedProfiles.projectRoot().resolve("deploy/blueprints/base").resolve(file);
        RuleFiles files = new RuleFiles(Optional.empty());
        try {
            files.add(file, Files.readString(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        assertThat(files.faults()).isEmpty();
        return files.pack().rules("base 1.3.0").stream();
    }

    @Test
    void aBinIsSoonFullFrom70FullFrom85AndOverflowsFrom95Percent() {
        Threshold full = (Threshold) condition("bin-full");

        assertThat(full.levels())
                .containsExactly(
                        level(70, Severity.INFO, "soon"),
                        level(85, Severity.WARNING, "full"),
                        level(95, Severity.URGENT, "overflow"));
        assertThat(full.opensAt()).isEqualTo(Severity.INFO);
        assertThat(full.hysteresis()).isEqualTo(10);
        assertThat(full.confirm()).isEqualTo(3);
        assertThat(full.holdsFor()).isZero();
    }

    @ParameterizedTest(name = "standing year {0}, {1}: {2} and {3} kPa")
    @CsvSource({
        "1, 30cm, 25, 32", "1, 60cm, 25, 32", "1, 90cm, 25, 32",
        "2, 30cm, 62, 80", "2, 60cm, 25, 32", "2, 90cm, 25, 32",
        "3, 30cm, 1585, 1585", "3, 60cm, , 80", "3, 90cm, , 80",
    })
    void theSoilTableIsGreenEcolutionsCellByCell(int year, String depth, @Nullable Double moderate, Double critical) {
        List<Level> cell = table().rows().stream()
                .filter(row -> row.year() == year)
                .map(row -> row.depths().get(new Channel(depth)))
                .findFirst()
                .orElseThrow();

        assertThat(cell)
                .containsExactlyElementsOf(
                        moderate == null
                                ? List.of(new Level(critical, Severity.WARNING))
                                : List.of(new Level(moderate, Severity.INFO), new Level(critical, Severity.WARNING)));
    }

    @Test
    void theSoilTableHasNineCellsAndEndsTwentyPercentBelow() {
        assertThat(table().rows()).hasSize(3).allSatisfy(row -> assertThat(row.depths())
                .hasSize(3));
        assertThat(table().hysteresisPercent()).isEqualTo(20);
        assertThat(table().holdsFor()).isEqualTo(Duration.ofHours(6));
        assertThat(table().opensAt()).isEqualTo(Severity.WARNING);
        assertThat(table().unknownYear()).isEqualTo(3);
        assertThat(table().untilYear()).hasValue(10);
    }

    @ParameterizedTest
    @CsvSource({
        "sand, 4.5, 12",
        "loamy_sand, 6.5, 15",
        "sandy_loam, 11, 23",
        "loam, 12, 25",
        "silt_loam, 15, 29",
        "clay, 22, 36"
    })
    void theWaterThatASoilHoldsIsFaosTable(String soil, double wiltingPoint, double fieldCapacity) {
        AvailableWater water = (AvailableWater) condition("tree-moisture");

        assertThat(water.soils()).hasSize(6).containsEntry(soil, new AvailableWater.Soil(wiltingPoint, fieldCapacity));
    }

    @Test
    void youngTreesAreWateredEachFortnightAndLessOftenFromTheFourthYearOn() {
        Plan plan = (Plan) condition("tree-plan");

        assertThat(plan.standingYears())
                .isEqualTo(Map.of(
                        1, Duration.ofDays(14),
                        2, Duration.ofDays(14),
                        3, Duration.ofDays(14),
                        4, Duration.ofDays(28),
                        5, Duration.ofDays(60)));
    }

    private static SoilTable table() {
        return (SoilTable) condition("tree-dry");
    }

    private static Level level(double limit, Severity severity, String word) {
        return new Level(limit, severity, Optional.of(word), OptionalInt.empty());
    }

    private static Condition condition(String rule) {
        return BOOK.rules().stream()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .when();
    }
}
