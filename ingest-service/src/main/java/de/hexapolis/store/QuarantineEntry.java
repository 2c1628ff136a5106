package de.hexapolis.store;

import de.hexapolis.telemetry.RawMessage;

/**
 * Why a message, or a part of it, could not be stored. Immutable.
 *
 * @param reason wire name of the reason, lower_snake
 * @param detail names the thing and the value
 */
public record QuarantineEntry(RawMessage message, String reason, String detail, Origin origin) {
    /** Something else is stored under the key of a reading, an event or a position. */
    static final String CONFLICT = "conflict";

    /** The database refused the content of a row. */
    static final String REFUSED_BY_STORE = "refused_by_store";

    private static final int LONGEST_DETAIL = 1_000;

    public QuarantineEntry {
        detail = detail.replace('\0', '\ufffd');
        detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
    }

    boolean isOfTheStore() {
        return reason.equals(REFUSED_BY_STORE);
    }
}
