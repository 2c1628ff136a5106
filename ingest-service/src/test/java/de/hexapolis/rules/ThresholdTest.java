package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hexapolis.telemetry.Quality;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static Verdict full(double... values) {
        return judge(Presets.binFull(), Sensing.course(1, Quantity.FILL_LEVEL, "", Sensing.points(values)));
    }

    private static Verdict judge(Threshold threshold, Course... courses) {
        return threshold.judge(new Sensing().of(courses).sensed(), Optional.empty());
    }

    @Test
    void opensWithTheFirstOfAsManyReadingsAsConfirmIt() {
        Episode episode = full(60, 71, 72).episodes().get(0);

        assertThat(episode.began()).isEqualTo(Sensing.at(1));
        assertThat(episode.severity()).isEqualTo(Severity.INFO);
        assertThat(episode.evidence().reasons())
                .extracting(Reason::value, Reason::limit, Reason::observedAt)
                .containsExactly(tuple(71.0, 70.0, Sensing.at(1)), tuple(72.0, 70.0, Sensing.at(2)));
    }

    @Test
    void aSingleEchoOpensNothing() {
        assertThat(full(60, 100, 61, 100, 62).episodes()).isEmpty();
    }

    @Test
    void risesWithConfirmedReadingsAndNeverFalls() {
        assertThat(full(71, 86, 70, 86, 86, 71, 71).episodes())
                .extracting(Episode::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void endsBehindTheHysteresisWithTheFirstReadingOfTheEnd() {
        assertThat(full(71, 72, 60.5, 55, 61, 60, 59, 71).episodes())
                .extracting(Episode::began, Episode::ended)
                .containsExactly(tuple(Sensing.at(0), Optional.of(Sensing.at(5))));
    }

    @Test
    void bandsLieBetweenTheLimitsThatMatterNext() {
        assertThat(full(10, 20).quiet()).containsEntry(1, new Quiet(Double.NEGATIVE_INFINITY, Math.nextDown(70.0)));
        assertThat(full(71, 72).quiet()).containsEntry(1, new Quiet(Math.nextUp(60.0), Math.nextDown(85.0)));
        assertThat(full(96, 97).quiet()).containsEntry(1, new Quiet(Math.nextUp(60.0), Double.POSITIVE_INFINITY));
    }

    @Test
    void fallingLimitsMirrorRisingOnes() {
        Verdict verdict = judge(
                Presets.falling(Quantity.BATTERY_LEVEL, 10, 1, Duration.ZERO, 20, 10),
                Sensing.course(1, Quantity.BATTERY_LEVEL, "", Sensing.points(30, 20, 9, 29)));

        assertThat(verdict.episodes()).extracting(Episode::severity).containsExactly(Severity.WARNING);
        assertThat(verdict.episodes().get(0).ended()).isEmpty();
        assertThat(verdict.quiet()).containsEntry(1, new Quiet(Double.NEGATIVE_INFINITY, Math.nextDown(30.0)));
    }

    @Test
    void aDurationIsMeasuredFromReadingToReading() {
        Threshold cold = Presets.falling(Quantity.AIR_TEMPERATURE, 2, 1, Duration.ofHours(1), 1);
        Course short1 = Sensing.course(1, Quantity.AIR_TEMPERATURE, "", Sensing.points(5, 0, 0));
        Course long1 = Sensing.course(1, Quantity.AIR_TEMPERATURE, "", Sensing.points(5, 0, 0, 0));

        assertThat(judge(cold, short1).episodes()).isEmpty();
        assertThat(judge(cold, long1).episodes()).extracting(Episode::began).containsExactly(Sensing.at(1));
    }

    @Test
    void onlyGoodReadingsOutsideOfFlagsCount() {
        List<Point> points = new ArrayList<>(Sensing.points(80, 81, 82));
        points.set(1, new Point(Sensing.at(1), 81, Quality.BAD));
        points.set(2, new Point(Sensing.at(2), 82, Quality.IMPLAUSIBLE));
        Course bad = Sensing.course(1, Quantity.FILL_LEVEL, "", points);
        Course flagged = Sensing.flagged(
                Sensing.course(1, Quantity.FILL_LEVEL, "", Sensing.points(80, 81, 82)),
                new FlagSpan("stuck", Sensing.at(0), Optional.empty()));

        assertThat(judge(Presets.binFull(), bad).episodes()).isEmpty();
        assertThat(judge(Presets.binFull(), flagged).episodes()).isEmpty();
        assertThat(judge(Presets.binFull(), flagged).quiet()).containsEntry(1, Quiet.NEVER);
    }

    @Test
    void theWorstOfSeveralSeriesDecides() {
        Verdict verdict = judge(
                Presets.rising(Quantity.FILL_LEVEL, 10, 1, Duration.ZERO, 70),
                Sensing.course(1, Quantity.FILL_LEVEL, "a", Sensing.points(80, 50, 50)),
                Sensing.course(2, Quantity.FILL_LEVEL, "b", Sensing.points(10, 75, 50)));

        assertThat(verdict.episodes())
                .extracting(Episode::began, Episode::ended)
                .containsExactly(tuple(Sensing.at(0), Optional.of(Sensing.at(2))));
    }

    @Test
    void episodesMinusStretchesAreWhatIsLeftOfThem() {
        Episode open = new Episode(Sensing.at(0), Optional.empty(), Severity.INFO, new Evidence(List.of()));
        List<Episode> left = Episodes.minus(
                List.of(open),
                List.of(new Stretch(Sensing.at(2), Sensing.at(4)), new Stretch(Sensing.at(6), Sensing.at(7))));

        assertThat(Episodes.stretches(left))
                .containsExactly(
                        new Stretch(Sensing.at(0), Sensing.at(2)),
                        new Stretch(Sensing.at(4), Sensing.at(6)),
                        new Stretch(Sensing.at(7), Instant.MAX));
    }
}
