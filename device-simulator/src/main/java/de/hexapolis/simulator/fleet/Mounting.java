package de.hexapolis.simulator.fleet;

/** How a distance sensor sits in a bin: what it reads when the bin is empty and when it is full, in mm. */
public record Mounting(double emptyMm, double fullMm) {
    /** Of a bin of which nobody wrote down the distances. */
    public static final Mounting USUAL = new Mounting(1_100, 250);

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

    /** What the platform makes of a distance: 0 to 100. */
    public double fillPercent(double distanceMm) {
        return Math.max(0, Math.min(100, (emptyMm - distanceMm) / (emptyMm - fullMm) * 100));
    }
}
