package de.hexapolis.decode;

import java.util.Locale;

/**
 * Why the pipeline refuses a message or a part of it; a column of quarantine. The store adds {@code conflict} and {@code
 * refused_by_store}, which only it can find.
 */
public enum RejectReason {
    /** No JSON, not UTF-8, a required field missing or of another type, a topic that names no device. */
    MALFORMED,
    /** One value that is no number, no known unit, no position; its neighbours are kept. */
    INVALID_READING,
    /** A quantity that the platform does not know. */
    UNKNOWN_QUANTITY,
    /** A device that is not in the registry. */
    UNKNOWN_DEVICE,
    /** A registered device without a profile, in a format that needs one. */
    NO_PROFILE,
    /** The network server gave no decoded object: its codec is missing or failed. */
    NOT_DECODED,
    /** A device that was installed nowhere when it measured. */
    NOT_INSTALLED,
    /** The topic {@code v1/{city}/{device}/telemetry} names another city than the device's. */
    OTHER_CITY,
    /** A quantity or channel more than a device may have. */
    TOO_MANY_SERIES,
    /** Observed before the horizon of raw retention. */
    TOO_OLD,
    /** Observed more than five minutes ahead of the platform's clock. */
    TOO_NEW,
    /** A payload beyond {@link MessageDecoder#LARGEST_PAYLOAD}. */
    TOO_LARGE,
    /** An error in our own code. */
    DEFECT;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** As in the store and the API: {@code invalid_reading}. */
    public String wireName() {
        return wireName;
    }
}
