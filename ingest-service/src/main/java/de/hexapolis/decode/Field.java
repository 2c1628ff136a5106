package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.telemetry.Channel;
import java.util.Optional;

/** Values out of a foreign JSON tree. */
final class Field {
    private static final int LONGEST_EVENT_VALUE = 200;

    private Field() {}

    /** The field as a message for people shows it. */
    static String shown(JsonNode field) {
        return field.isMissingNode()
                ? "nothing"
                : Excerpt.quoted(field.isValueNode() ? field.asText() : field.toString());
    }

    static boolean isWithin(JsonNode field, double lowest, double highest) {
        double value = field.doubleValue();
        return field.isNumber() && value >= lowest && value <= highest;
    }

    /** {@link Channel#ONLY} where the field is missing; empty where it is no channel. */
    static Optional<Channel> channel(JsonNode field) {
        if (field.isMissingNode()) {
            return Optional.of(Channel.ONLY);
        }
        return field.isTextual() && Channel.isChannel(field.textValue())
                ? Optional.of(new Channel(field.textValue()))
                : Optional.empty();
    }

    /** The JSON of a boolean, a finite number or a short clean text; else empty. */
    static Optional<String> eventValue(JsonNode field) {
        boolean fits = field.isBoolean()
                || (field.isNumber() && Double.isFinite(field.doubleValue()))
                || (field.isTextual()
                        && field.textValue().length() <= LONGEST_EVENT_VALUE
                        && Excerpt.isClean(field.textValue()));
        return fits ? Optional.of(field.toString()) : Optional.empty();
    }
}
