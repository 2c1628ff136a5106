package de.hexapolis.forecast;

/** Probabilities of whole points; what lies between two is split, so that the mean stays. */
final class Grid {
    private Grid() {}

    static void add(double[] mass, double value, double weight) {
        int top = mass.length - 1;
        if (value >= top) {
            mass[top] += weight;
            return;
        }
        int cell = (int) value;
        double above = value - cell;
        mass[cell] += weight * (1 - above);
        mass[cell + 1] += weight * above;
    }
}
