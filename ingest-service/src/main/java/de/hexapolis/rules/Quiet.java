package de.hexapolis.rules;

/**
 * The values between which, both included, a further reading in order of time changes nothing. Immutable.
 *
 * @param low above {@code high}: no value is quiet
 */
public record Quiet(double low, double high) {
    public static final Quiet ALWAYS = new Quiet(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Quiet NEVER = new Quiet(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public Quiet and(Quiet other) {
        Quiet both = new Quiet(Math.max(low, other.low), Math.min(high, other.high));
        return both.low <= both.high ? both : NEVER;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
