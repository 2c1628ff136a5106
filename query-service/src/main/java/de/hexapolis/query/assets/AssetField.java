package de.hexapolis.query.assets;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list of assets may say about each, in the order in which it says it. */
public enum AssetField {
    ID,
    CITY,
    KIND,
    DISTRICT,
    LONGITUDE,
    LATITUDE,
    REFERENCE,
    NAME,
    TAGS,
    PROPERTIES,
    OPEN,
    STATUS,
    QUANTITY,
    CHANNEL,
    VALUE,
    UNIT,
    QUALITY,
    OBSERVED_AT,
    AGE_SECONDS;

    /** All of them, as the wire names them. */
    public static final String NAMES =
            Arrays.stream(values()).map(AssetField::wireName).collect(Collectors.joining(", "));

    private static final Set<AssetField> DESCRIPTIVE = EnumSet.of(TAGS, PROPERTIES, OPEN);
    private static final Set<AssetField> OF_ITS_STATE =
            EnumSet.of(STATUS, QUANTITY, CHANNEL, VALUE, UNIT, QUALITY, OBSERVED_AT, AGE_SECONDS);

    /** @throws IllegalArgumentException if there is no such field */
    static AssetField named(String wireName) {
        if (!wireName.equals(wireName.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(wireName);
        }
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes more of the asset's row than every list reads. */
    boolean isDescriptive() {
        return DESCRIPTIVE.contains(this);
    }

    /** Whether it takes the asset's readings. */
    boolean isOfItsState() {
        return OF_ITS_STATE.contains(this);
    }
}
