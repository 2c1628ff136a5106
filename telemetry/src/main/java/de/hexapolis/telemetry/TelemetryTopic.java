package de.hexapolis.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topic below which a device of our own publishes: {@code v1/{city}/{device}/telemetry}. Immutable. */
public record TelemetryTopic(CityId city, DeviceId device) {
    private static final String PREFIX = "v1/";
    private static final String SUFFIX = "/telemetry";
    private static final Pattern GRAMMAR = Pattern.compile("v1/([^/]+)/([^/]+)/telemetry");

    /** The filter that matches all of them. */
    public static final String FILTER = "v1/+/+/telemetry";

    /** The topic in parts; empty if the text is no such topic or names no valid ids. */
    public static Optional<TelemetryTopic> parse(String topic) {
        Matcher parts = GRAMMAR.matcher(topic);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TelemetryTopic(new CityId(parts.group(1)), DeviceId.of(parts.group(2))));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Whether a topic of this grammar names another city; false for topics that are no such. Costs next to nothing. */
    public static boolean namesAnotherCity(String topic, CityId city) {
        int cityEnds = topic.indexOf('/', PREFIX.length());
        int deviceEnds = topic.indexOf('/', cityEnds + 1);
        boolean isOurs = topic.startsWith(PREFIX)
                && cityEnds > 0
                && topic.endsWith(SUFFIX)
                && deviceEnds == topic.length() - SUFFIX.length();
        String value = city.value();
        return isOurs && !(cityEnds == PREFIX.length() + value.length() && topic.startsWith(value, PREFIX.length()));
    }

    @Override
    public String toString() {
        return "v1/" + city + "/" + device + "/telemetry";
    }
}
