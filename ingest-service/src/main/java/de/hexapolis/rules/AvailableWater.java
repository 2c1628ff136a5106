package de.hexapolis.rules;

import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Too small a share of the water that plants can reach, between a soil's wilting point and its field capacity. An asset
 * whose soil is not among the soils is not judged. Immutable.
 *
 * @param soilFrom the asset's property that holds the soil
 * @param levels {@link Direction#AT_MOST}, percent of what is available, from harmless to bad
 * @param opensAt levels below it open nothing
 * @param hysteresis percent of what is available
 */
public record AvailableWater(
        Quantity quantity,
        String soilFrom,
        Map<String, Soil> soils,
        List<Level> levels,
        Severity opensAt,
        double hysteresis,
        Duration holdsFor)
        implements Sampled {
    /**
     * @param wiltingPoint percent of volume
     * @param fieldCapacity percent of volume
     */
    public record Soil(double wiltingPoint, double fieldCapacity) {
        public Soil {
            if (!(wiltingPoint < fieldCapacity)) {
                throw new IllegalArgumentException(
                        "a wilting point of %s and a field capacity of %s".formatted(wiltingPoint, fieldCapacity));
            }
        }
    }

    public AvailableWater {
        soils = Map.copyOf(soils);
        levels = List.copyOf(levels);
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return holdsFor.plus(interval.multipliedBy(3));
    }
}
