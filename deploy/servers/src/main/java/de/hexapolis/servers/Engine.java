package de.hexapolis.servers;

/** The two engines that the schema runs on. */
public enum Engine {
    TIMESCALEDB("timescaledb"),
    POSTGRESQL("postgresql");

    private final String placeholder;

    Engine(String placeholder) {
        this.placeholder = placeholder;
    }

    /** The value of the migrations' placeholder {@code engine}. */
    public String placeholder() {
        return placeholder;
    }
}
