package de.hexapolis.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * How far forecasts of the last week would have been off, in their own deviations: made at eight each morning from what was
 * known a week ago and the cycle then, looked at one to three days later, as near to when the bin was expected to be full as
 * the cycle lasted.
 */
public final class PastErrors {
    private static final int DAYS = 7;
    private static final int FARTHEST = 3;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration NEAR = Duration.ofHours(3);
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private PastErrors() {}

    /** @param levels believed ones, by rising time, of some weeks before now */
    public static List<Double> of(List<Level> levels, FillGroup group, ZoneId zone, Instant now, double limit) {
        List<Double> errors = new ArrayList<>();
        List<Level> before = until(levels, now.minus(Duration.ofDays(DAYS)));
        if (group.intermittent() || before.size() < 3) {
            return errors;
        }
        FillProfile profile =
                FillProfile.fit(BinHistory.of(before, zone), group.widened(1), zone, now.minus(Duration.ofDays(DAYS)));
        List<List<Level>> cycles = Cycles.of(levels);
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int back = DAYS; back > FARTHEST; back--) {
            Instant origin = today.minusDays(back).atTime(MORNING).atZone(zone).toInstant();
            error(until(levels, origin), cycles, profile, zone, limit).ifPresent(errors::add);
        }
        return errors;
    }

    private static Optional<Double> error(
            List<Level> known, List<List<Level>> cycles, FillProfile profile, ZoneId zone, double limit) {
        List<List<Level>> then = Cycles.of(known);
        if (then.isEmpty()) {
            return Optional.empty();
        }
        Exposure exposure = profile.exposure(zone);
        FillNow now = FillNow.of(then.get(then.size() - 1), profile, exposure);
        FillForecast forecast = FillForecast.of(now, profile, exposure, limit);
        long days = forecast.timeToFull()
                .p50()
                .map(half -> Duration.between(now.at(), half).plusHours(12).toDays())
                .orElse((long) FARTHEST);
        List<Level> cycle = cycles.stream()
                .filter(one -> !one.get(0).at().isAfter(now.at()))
                .reduce((first, second) -> second)
                .orElse(List.of());
        return LongStream.iterate(Math.max(1, Math.min(FARTHEST, days)), ahead -> ahead > 0, ahead -> ahead - 1)
                .mapToObj(ahead -> around(cycle, now.at().plus(Duration.ofDays(ahead))))
                .flatMap(Optional::stream)
                .findFirst()
                .map(came -> deviations(forecast.levelsAt(came.at()).below(came.value())));
    }

    /** The level at an instant without the noise of single readings: the median of those within three hours. */
    private static Optional<Level> around(List<Level> cycle, Instant target) {
        boolean within = cycle.size() > 1
                && cycle.get(0).at().isBefore(target.minus(NEAR))
                && cycle.get(cycle.size() - 1).at().isAfter(target.plus(NEAR));
        double[] values = cycle.stream()
                .filter(level -> Duration.between(level.at(), target).abs().compareTo(NEAR) < 0)
                .mapToDouble(Level::value)
                .toArray();
        return within && values.length > 0
                ? Optional.of(new Level(target, new Median().evaluate(values)))
                : Optional.empty();
    }

    private static double deviations(double probability) {
        return NORMAL.inverseCumulativeProbability(Math.max(0.0005, Math.min(0.9995, probability)));
    }

    private static List<Level> until(List<Level> levels, Instant end) {
        int low = 0;
        int high = levels.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (levels.get(middle).at().isAfter(end)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return levels.subList(0, low);
    }
}
