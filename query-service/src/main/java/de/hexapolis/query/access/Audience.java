package de.hexapolis.query.access;

/** The roles that a token may carry in its claim {@code groups}; without a token one is the public. */
public final class Audience {
    /** All cities, blueprints. */
    public static final String OPERATOR = "operator";
    /** The devices, quarantine and raw observations of the cities in the claim {@code cities}. */
    public static final String STAFF = "staff";
    /** The orders of the crews in the claim {@code crews}, of all crews of its cities without it. */
    public static final String CREW = "crew";
    /** Publishes below its own topic; reads what the public reads. */
    public static final String DEVICE = "device";

    private Audience() {}
}
