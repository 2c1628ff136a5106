package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import java.util.Optional;

/** Values out of a foreign JSON tree. */
final class Field {
    private Field() {}

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
}
