package de.hexapolis.simulator.ledger;

import java.util.Locale;

/** Which values a load sends; in each case a formula of device, message and quantity, in hundredths, 10.00 to 94.99. */
public enum Values {
    /** Anything from 10.00 to 79.99, whatever came before: hardly a reading lies near the one before it. */
    DICE {
        @Override
        int hundredths(long device, long seq, int kind) {
            return LOWEST + (int) Math.floorMod(mixed(device, seq, kind), 7_000L);
        }
    },
    /**
     * As sensors are: what is first, the fill level, climbs by at most half a point a message, is emptied at 94.99 and crosses a
     * limit once in a hundred messages; all else stays within a third of a unit.
     */
    WALK {
        @Override
        int hundredths(long device, long seq, int kind) {
            int waver = (int) Math.floorMod(mixed(device, seq, kind), 2 * WAVER + 1L) - WAVER;
            if (kind > 0) {
                return RESTING[kind - 1] + waver;
            }
            long climbed = Math.floorMod(device * 7_919 + seq * CLIMB, (long) HIGHEST - LOWEST);
            return (int) Math.max(LOWEST, Math.min(HIGHEST, LOWEST + climbed + waver));
        }
    };

    private static final int LOWEST = 1_000;
    private static final int HIGHEST = 9_499;
    private static final int CLIMB = 18;
    private static final int WAVER = 16;
    /** Degrees in a bin, percent of a battery, degrees of tilt, and so on: what no rule minds. */
    private static final int[] RESTING = {2_000, 8_000, 1_200, 5_000, 4_000, 2_500, 1_100};

    abstract int hundredths(long device, long seq, int kind);

    /** As an option and a ledger name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static long mixed(long device, long seq, int kind) {
        return ((device * 7_919L + seq * 104_729L + kind * 1_299_709L) * 2_654_435_761L) >>> 7;
    }
}
