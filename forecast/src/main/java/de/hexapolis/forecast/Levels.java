package de.hexapolis.forecast;

/** How likely each level is at an instant, from 0 to 100 points. Immutable. */
public final class Levels {
    private final double[] mass;
    private final double step;

    Levels(double[] mass, double step) {
        this.mass = mass;
        this.step = step;
    }

    /** The level below which it stays with this probability, in the steps of the sensor. */
    public double quantile(double probability) {
        double passed = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            if (mass[cell] > 0 && passed + mass[cell] >= probability) {
                double within = cell - 0.5 + (probability - passed) / mass[cell];
                return Math.max(0, Math.min(100, Math.round(within / step) * step));
            }
            passed += mass[cell];
        }
        return mass.length - 1;
    }

    /** The probability of less than a level; half of that level's own counts. */
    public double below(double level) {
        double sum = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            sum += mass[cell] * Math.max(0, Math.min(1, level - cell + 0.5));
        }
        return sum;
    }
}
