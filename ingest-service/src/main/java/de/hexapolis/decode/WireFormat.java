package de.hexapolis.decode;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the messages of one source look like. Immutable.
 *
 * @param profileId of {@link Envelope#MAPPED}: the profile that says where device, time and values lie; else empty
 */
public record WireFormat(Envelope envelope, String profileId) {
    /** Around the values: who sends, when, and where the decoded object lies. */
    public enum Envelope {
        /** Our own JSON below {@code v1/{city}/{device}/telemetry}. */
        HEXAPOLIS,
        /** SenML JSON, RFC 8428. */
        SENML,
        /** The Things Stack v3 (also The Things Network). */
        THE_THINGS_STACK,
        /** ChirpStack v4, events as JSON. */
        CHIRPSTACK,
        /** Actility ThingPark, {@code DevEUI_uplink}. */
        THINGPARK,
        /** Any JSON, read by a profile with an {@code envelope} section. */
        MAPPED;

        private final String settingName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static final WireFormat HEXAPOLIS = new WireFormat(Envelope.HEXAPOLIS, "");
    public static final WireFormat SENML = new WireFormat(Envelope.SENML, "");
    public static final WireFormat THE_THINGS_STACK = new WireFormat(Envelope.THE_THINGS_STACK, "");
    public static final WireFormat CHIRPSTACK = new WireFormat(Envelope.CHIRPSTACK, "");
    public static final WireFormat THINGPARK = new WireFormat(Envelope.THINGPARK, "");

    private static final String MAPPED_BY = "mapped:";

    public WireFormat {
        if ((envelope == Envelope.MAPPED) == profileId.isEmpty()) {
            throw new IllegalArgumentException(
                    "a profile belongs to the format mapped, and only to it: %s, '%s'".formatted(envelope, profileId));
        }
    }

    /** Any JSON, read by this profile. */
    public static WireFormat mappedBy(String profileId) {
        return new WireFormat(Envelope.MAPPED, profileId);
    }

    /**
     * The format as settings name it: {@code hexapolis}, {@code senml}, {@code the-things-stack}, {@code chirpstack},
     * {@code thingpark}, {@code mapped:<profile id>}.
     *
     * @throws IllegalArgumentException naming the text and what would do
     */
    public static WireFormat of(String setting) {
        if (setting.startsWith(MAPPED_BY) && setting.length() > MAPPED_BY.length()) {
            return mappedBy(setting.substring(MAPPED_BY.length()));
        }
        return Arrays.stream(Envelope.values())
                .filter(envelope -> envelope != Envelope.MAPPED && envelope.settingName.equals(setting))
                .map(envelope -> new WireFormat(envelope, ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a format: '%s'; one of %s<profile id>".formatted(setting, settingNames())));
    }

    private static String settingNames() {
        return Arrays.stream(Envelope.values())
                        .map(envelope -> envelope.settingName)
                        .collect(Collectors.joining(", "))
                + ":";
    }

    @Override
    public String toString() {
        return envelope.settingName + (profileId.isEmpty() ? "" : ":" + profileId);
    }
}
