package de.hexapolis.rules;

/**
 * How values become badness, which rises: a limit is then always reached from below. The way back is exact, since signs
 * alone change.
 */
enum Side {
    UP,
    DOWN,
    /** Far from zero is bad. */
    BOTH;

    double badness(double value) {
        return switch (this) {
            case UP -> value;
            case DOWN -> -value;
            case BOTH -> Math.abs(value);
        };
    }

    /** A limit as it is written. */
    double written(double badness) {
        return this == DOWN ? -badness : badness;
    }

    /** Values whose badness is quiet; where there are two such bands, that of the last value. */
    Quiet values(Quiet badness, double last) {
        return switch (this) {
            case UP -> badness;
            case DOWN -> mirrored(badness);
            case BOTH -> {
                if (badness.low() <= 0) {
                    yield new Quiet(-badness.high(), badness.high());
                }
                yield last < 0 ? mirrored(badness) : badness;
            }
        };
    }

    private static Quiet mirrored(Quiet band) {
        return new Quiet(-band.high(), -band.low());
    }
}
