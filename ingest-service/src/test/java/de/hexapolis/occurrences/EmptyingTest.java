package de.hexapolis.occurrences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.rules.Course;
import de.hexapolis.rules.EmptyingRule;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.rules.Sensing;
import de.hexapolis.telemetry.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EmptyingTest {
    private static final EmptyingRule RULE = rule(2);

    private static EmptyingRule rule(int confirm) {
        return new EmptyingRule(List.of("bin"), Quantity.FILL_LEVEL, 25, 20, confirm, List.of());
    }

    private static Occurrences told(EmptyingRule rule, List<Point> points, Instant from) {
        Sensed sensed = new Sensing().of(course(points)).from(from).sensed();
        return Occurrences.of(sensed, List.of(rule));
    }

    private static Course course(List<Point> points) {
        return Sensing.course(1, Quantity.FILL_LEVEL, "", points);
    }

    private static List<Instant> times(Occurrences occurrences) {
        return occurrences.told().stream().map(Occurrence::at).toList();
    }

    @Test
    void aFallThatStaysIsAnEmptyingAtItsFirstReading() {
        Occurrences occurrences = told(RULE, Sensing.points(60, 80, 5, 6), Sensing.START);

        assertThat(occurrences.told()).containsExactly(new Occurrence("emptying", Sensing.at(2), 1, 80, 5, List.of()));
    }

    @Test
    void anEchoIsNone() {
        assertThat(told(RULE, Sensing.points(60, 80, 5, 81, 82), Sensing.START).told())
                .isEmpty();
    }

    @Test
    void settlingAndNoiseAreNone() {
        assertThat(told(RULE, Sensing.points(44, 20, 18, 60, 35, 33), Sensing.START)
                        .told())
                .isEmpty();
    }

    @Test
    void aFallIsToldOnlyOnceItIsConfirmed() {
        List<Point> points = Sensing.points(80, 5);

        assertThat(told(RULE, points, Sensing.START).told()).isEmpty();
        assertThat(told(RULE, points, Sensing.START).quiet()).containsEntry(1, Quiet.NEVER);
    }

    @Test
    void judgingOnlyWhatLeavesItsBandTellsTheSameEmptyings() {
        SplittableRandom random = new SplittableRandom(30);
        for (int course = 0; course < 2_000; course++) {
            List<Point> points = new ArrayList<>();
            double level = random.nextDouble(100);
            Set<Instant> gated = new HashSet<>();
            Quiet band = Quiet.NEVER;
            for (int n = 0; n < 60; n++) {
                level = random.nextInt(6) == 0
                        ? random.nextDouble(100)
                        : Math.max(0, Math.min(100, level + random.nextDouble(-12, 14)));
                points.add(Sensing.point(Sensing.at(n), Math.rint(level)));
                if (!band.contains(Math.rint(level))) {
                    Course read = Sensing.asRead(course(points), Sensing.at(n), Duration.ZERO);
                    Occurrences told = Occurrences.of(
                            new Sensing().of(read).from(Sensing.at(n)).sensed(), List.of(RULE));
                    gated.removeIf(at -> !at.isBefore(told.since()));
                    gated.addAll(times(told));
                    band = told.quiet().getOrDefault(1, Quiet.ALWAYS);
                }
            }
            assertThat(gated).isEqualTo(new HashSet<>(times(told(RULE, points, Sensing.START))));
        }
    }

    /** Readings of a day each: whoever empties on the day before a busy one finds a bin that is full again. */
    @Test
    void realBinsAreEmptiedAsOftenAsTheirReadingsFall() throws IOException {
        int single = 0;
        int confirmed = 0;
        for (List<Point> bin : realBins()) {
            Instant from = bin.get(0).observedAt();
            single += told(rule(1), bin, from).told().size();
            confirmed += told(RULE, bin, from).told().size();
        }
        assertThat(single).isEqualTo(68);
        assertThat(confirmed).isEqualTo(55);
    }

    private static List<List<Point>> realBins() throws IOException {
        Path folder = ShippedProfiles.projectRoot().resolve("../shared/data");
        String elsewhere = System.getenv("HEXAPOLIS_SHARED_DATA");
        Path file = (elsewhere == null ? folder : Path.of(elsewhere)).resolve("bins/wyndham_bin_fill_15days.csv");
        assumeTrue(Files.isReadable(file), () -> "skipped: no test data at %s (set HEXAPOLIS_SHARED_DATA)"
                .formatted(file.normalize()));
        Map<String, List<Point>> bins = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            bins.computeIfAbsent(cells[0], serial -> new ArrayList<>())
                    .add(Sensing.point(
                            LocalDate.parse(cells[1]).atStartOfDay().toInstant(ZoneOffset.UTC),
                            Double.parseDouble(cells[2]) * 10));
        }
        bins.values().forEach(points -> points.sort(Comparator.comparing(Point::observedAt)));
        return List.copyOf(bins.values());
    }
}
