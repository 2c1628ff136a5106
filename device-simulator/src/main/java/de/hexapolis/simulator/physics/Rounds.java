package de.hexapolis.simulator.physics;

/**
 * On which days the round is to empty a bin: every so many days, and on Monday where that would be a Sunday. Immutable.
 *
 * @param everyDays 1 to 7
 * @param phase moves the days; any number
 */
record Rounds(int everyDays, int phase) {
    private static final int MONDAY = 0;
    private static final int SUNDAY = 6;

    boolean dueOn(long day) {
        return switch (LocalHour.weekday(day)) {
            case SUNDAY -> false;
            case MONDAY -> onGrid(day) || onGrid(day - 1);
            default -> onGrid(day);
        };
    }

    private boolean onGrid(long day) {
        return Math.floorMod(day + phase, (long) everyDays) == 0;
    }
}
