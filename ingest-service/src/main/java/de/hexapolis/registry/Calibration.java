package de.hexapolis.registry;

import java.time.Instant;

/**
 * Which distances mean empty and full, from an instant until the next calibration of the same installation. Immutable.
 *
 * @param distanceEmptyMm measured right after emptying, above the full distance
 * @param distanceFullMm mounting offset and dead zone, not negative
 */
public record Calibration(Instant validFrom, double distanceEmptyMm, double distanceFullMm) {
    public Calibration {
        if (!(distanceFullMm >= 0 && distanceEmptyMm > distanceFullMm && distanceEmptyMm <= 50_000)) {
            throw new IllegalArgumentException(
                    "not a calibration: empty at %s mm, full at %s mm".formatted(distanceEmptyMm, distanceFullMm));
        }
    }

    /** The fill level in percent, 0 to 100. The same formula stands in SQL where a new calibration recomputes. */
    public double fillLevel(double distanceMm) {
        double share = (distanceEmptyMm - distanceMm) / (distanceEmptyMm - distanceFullMm) * 100;
        return Math.max(0, Math.min(100, share)) + 0.0;
    }
}
