package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A quantity beyond a limit, until it is back behind it by the hysteresis. Where several series have the quantity, the
 * worst of them decides. Immutable.
 *
 * @param channels empty: all
 * @param absolute whether the sign is left out, as of a tilt
 * @param levels from harmless to bad
 * @param opensAt levels below it open nothing
 * @param hysteresis in the quantity's unit, behind the level that opens
 * @param confirm so many readings in a row, for opening, rising and ending
 * @param holdsFor for so long at least before it opens, from reading to reading
 * @param byProfile other limits by the id of a device's profile
 */
public record Threshold(
        Quantity quantity,
        List<Channel> channels,
        boolean absolute,
        Direction direction,
        List<Level> levels,
        Severity opensAt,
        double hysteresis,
        int confirm,
        Duration holdsFor,
        Map<String, ProfileLimits> byProfile)
        implements Sampled {
    /** As many readings before the first new one are always read, see {@link Condition#lookBack}. */
    public static final int MOST_CONFIRMED = 4;

    /**
     * What a profile has otherwise.
     *
     * @param levels empty: the same
     * @param hysteresis empty: the same
     */
    public record ProfileLimits(List<Level> levels, OptionalDouble hysteresis) {
        public ProfileLimits {
            levels = List.copyOf(levels);
        }
    }

    public Threshold {
        if (confirm < 1 || confirm > MOST_CONFIRMED) {
            throw new IllegalArgumentException("confirm from 1 to %d, not %d".formatted(MOST_CONFIRMED, confirm));
        }
        if (absolute && direction == Direction.AT_MOST) {
            throw new IllegalArgumentException("an absolute value that is bad where it is small");
        }
        channels = List.copyOf(channels);
        levels = List.copyOf(levels);
        byProfile = Map.copyOf(byProfile);
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        Side side = absolute ? Side.BOTH : direction == Direction.AT_LEAST ? Side.UP : Side.DOWN;
        return Courses.of(sensed, quantity, channels)
                .flatMap(course -> limitsOf(course, side, sensed).stream()
                        .<Strand>map(limits -> new ReadingStrand(
                                Samples.of(course, point -> side.badness(point.value())),
                                Courses.naming(course, direction.wireName()),
                                side,
                                limits,
                                confirm,
                                holdsFor)))
                .toList();
    }

    private Optional<Limits> limitsOf(Course course, Side side, Sensed sensed) {
        Optional<ProfileLimits> own =
                Courses.deviceOf(sensed, course).flatMap(DeviceFacts::profile).map(byProfile::get);
        return Limits.of(
                own.map(ProfileLimits::levels).filter(other -> !other.isEmpty()).orElse(levels),
                side,
                opensAt,
                own.map(ProfileLimits::hysteresis)
                        .orElse(OptionalDouble.empty())
                        .orElse(hysteresis));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return holdsFor.plus(interval.multipliedBy(3));
    }
}
