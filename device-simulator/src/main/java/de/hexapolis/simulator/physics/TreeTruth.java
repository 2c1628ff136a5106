package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The soil below a tree without its probes. One thread, like {@link Drying}. */
public final class TreeTruth {
    private final Drying drying;
    private final Weather weather;
    private final ZoneId zone;

    TreeTruth(Drying drying, Weather weather, ZoneId zone) {
        this.drying = drying;
        this.weather = weather;
        this.zone = zone;
    }

    /** Below ground, from the top. */
    public static List<Integer> depthsCm() {
        return IntStream.of(Drying.DEPTHS_CM).boxed().toList();
    }

    /** Water tension in kPa at the depth with this index. */
    public double kpa(int depth, Instant at) {
        return drying.tension(depth, local(at));
    }

    /** Whether a tension probe at that depth shows nothing because it is too cold. */
    public boolean frozen(int depth, Instant at) {
        return weather.soil(local(at).day(), Drying.DEPTHS_CM[depth]) < SoilState.Layer.FROZEN_BELOW_CELSIUS;
    }

    /** When it would be that dry if neither rain nor anybody watered it from now on; empty: not within four months. */
    public Optional<Instant> reaches(double kpa, int depth, Instant from) {
        return drying.reaches(kpa, depth, local(from)).map(then -> then.instant(zone));
    }

    private LocalHour local(Instant instant) {
        return LocalHour.of(instant, zone);
    }
}
