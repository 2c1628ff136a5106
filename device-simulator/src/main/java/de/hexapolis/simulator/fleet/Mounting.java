package de.hexapolis.simulator.fleet;

/** How a distance sensor sits in a bin: what it reads when the bin is empty and when it is full, in mm. */
public record Mounting(double emptyMm, double fullMm) {
    public Mounting {
        if (!(emptyMm > fullMm && fullMm >= 0)) {
            throw new IllegalArgumentException(
                    "distances must fall from empty to full: empty %s, full %s".formatted(emptyMm, fullMm));
        }
    }

    /** @param fillPercent 0 to 100 and a little beyond */
    public double distanceMm(double fillPercent) {
        return emptyMm - (emptyMm - fullMm) * fillPercent / 100;
    }
}
