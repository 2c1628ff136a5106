package de.hexapolis.telemetry;

/** Whether a reading is to be believed; only {@link #GOOD} readings count in rollups. */
public enum Quality {
    GOOD(0),
    SUSPECT(1),
    BAD(2),
    /** Good when it came; a later look at the series says that it is not to be believed. */
    IMPLAUSIBLE(3);

    private final short code;

    Quality(int code) {
        this.code = (short) code;
    }

    /** As the store keeps it. */
    public short code() {
        return code;
    }
}
