package de.hexapolis.simulator.dice;

/**
 * A die that remembers nothing: its number depends only on what it was made from, whoever asks and however often.
 * Immutable, thread-safe.
 *
 * <p>The mixing is SplitMix64's (Steele, Lea, Flood 2014).
 */
public record Dice(long state) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The die of a whole run. */
    public static Dice seeded(long seed) {
        return new Dice(mix(seed + GOLDEN));
    }

    /** A die of its own for this number: an hour, a day, a count. */
    public Dice with(long number) {
        return new Dice(mix(state + GOLDEN * (number + 1)));
    }

    /** A die of its own for this name: a device, a city, a purpose. */
    public Dice with(String name) {
        long hash = state;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(mix(hash + GOLDEN));
    }

    /** Evenly from 0 (inclusive) to 1 (exclusive). */
    public double uniform() {
        return (mix(state + GOLDEN) >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Evenly from 0 (inclusive) to the bound (exclusive). */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Normally distributed, mean 0, deviation 1 (Box–Muller). */
    public double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        return radius * Math.cos(2 * Math.PI * with(1).uniform());
    }

    /** Exponentially distributed with this mean: amounts of rain, gaps between deposits. */
    public double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
