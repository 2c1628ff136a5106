package de.hexapolis.simulator.wire;

/**
 * The frequency that a Watermark probe shows at a tension: the maker's pieces, tension to hertz.
 *
 * <p>Source: Tektelic's table for the Kiwi, eight pieces from 0 kPa at 6,430 Hz to 200 kPa at 293 Hz.
 */
final class Watermark {
    private static final double[] KPA = {0, 9, 15, 35, 55, 75, 100, 200};
    private static final double[] HERTZ = {6430, 4330, 2820, 1110, 770, 600, 485, 293};

    private Watermark() {}

    static double hertz(double kpa) {
        for (int i = 1; i < KPA.length; i++) {
            if (kpa <= KPA[i]) {
                double share = (kpa - KPA[i - 1]) / (KPA[i] - KPA[i - 1]);
                return HERTZ[i - 1] + share * (HERTZ[i] - HERTZ[i - 1]);
            }
        }
        return HERTZ[HERTZ.length - 1];
    }

    /** The other way. */
    static double kpa(double hertz) {
        for (int i = 1; i < HERTZ.length; i++) {
            if (hertz >= HERTZ[i]) {
                double share = (Math.min(hertz, HERTZ[0]) - HERTZ[i - 1]) / (HERTZ[i] - HERTZ[i - 1]);
                return KPA[i - 1] + share * (KPA[i] - KPA[i - 1]);
            }
        }
        return KPA[KPA.length - 1];
    }
}
