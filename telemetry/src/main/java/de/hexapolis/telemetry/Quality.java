package de.hexapolis.telemetry;

/** Whether a reading is to be believed; only {@link #GOOD} readings count in rollups. */
public enum Quality {
    GOOD(0),
    SUSPECT(1),
    BAD(2);

    private final short code;

    Quality(int code) {
        this.code = (short) code;
    }

    /** As the store keeps it. */
    public short code() {
        return code;
    }
}
