package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.telemetry.DeviceId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The body of a command; what does not fit is refused with the name of its field. Immutable. */
final class Body {
    private final JsonNode node;
    private final String prefix;

    Body(JsonNode node) {
        this(node, "");
    }

    private Body(JsonNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** These fields laid over others, which hold for what is not said here. */
    Body over(JsonNode others) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        others.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        node.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return new Body(merged, prefix);
    }

    /** The same with this field. */
    Body with(String field, String text) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(other -> copy.set(other.getKey(), other.getValue()));
        return new Body(copy.put(field, text), prefix);
    }

    /**
     * This body, once it is sure that it holds no other fields: a misspelled one would be passed over in silence.
     *
     * @throws Refusal naming the first other field and the known ones
     */
    Body knowing(String... fields) throws Refusal {
        List<String> known = List.of(fields);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw refusal(name, "is not known; one of " + String.join(", ", known));
            }
        }
        return this;
    }

    /** An object within; empty if it is not there. */
    Optional<Body> object(String field) throws Refusal {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw refusal(field, "must be an object");
        }
        return Optional.of(new Body(value, prefix + field + "."));
    }

    /** Any object as it is; an empty one if it is not there. */
    JsonNode free(String field) throws Refusal {
        return object(field).isPresent() ? node.path(field) : JsonNodeFactory.instance.objectNode();
    }

    Optional<String> text(String field) throws Refusal {
        return text(field, 200);
    }

    Optional<String> text(String field, int most) throws Refusal {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.asText().length() > most || !Excerpt.isClean(value.asText())) {
            throw refusal(field, "must be a text of at most %d characters".formatted(most));
        }
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** One of some words; empty if the field is not there. */
    Optional<String> word(String field, String... words) throws Refusal {
        Optional<String> text = text(field);
        if (text.isPresent() && !List.of(words).contains(text.get())) {
            throw refusal(field, "'%s' is none of %s".formatted(text.get(), String.join(", ", words)));
        }
        return text;
    }

    String required(String field) throws Refusal {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            throw refusal(field, "is missing");
        }
        return text.get();
    }

    List<String> texts(String field) throws Refusal {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field, "must be an array of texts")) {
            if (!element.isTextual() || element.asText().isBlank()) {
                throw refusal(field, "must be an array of texts");
            }
            texts.add(element.asText().strip());
        }
        return texts;
    }

    /** The numbers of rows; none if the field is not there, but not if it is empty. */
    List<Long> ids(String field) throws Refusal {
        List<Long> ids = new ArrayList<>();
        JsonNode array = array(field, "must be an array of numbers");
        for (JsonNode element : array) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw refusal(field, "'%s' is not a number".formatted(element.asText()));
            }
            ids.add(element.asLong());
        }
        if (array.isArray() && ids.isEmpty()) {
            throw refusal(field, "is empty");
        }
        return ids;
    }

    private JsonNode array(String field, String otherwise) throws Refusal {
        JsonNode value = node.path(field);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw refusal(field, otherwise);
        }
        return value;
    }

    boolean flag(String field, boolean otherwise) throws Refusal {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw refusal(field, "must be true or false");
        }
        return value.asBoolean(otherwise);
    }

    Optional<Long> id(String field) throws Refusal {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw refusal(field, "'%s' is not a number".formatted(value.asText()));
        }
        return Optional.of(value.asLong());
    }

    double number(String field, double lowest, double highest) throws Refusal {
        JsonNode value = node.path(field);
        if (!value.isNumber() || !(value.asDouble() >= lowest && value.asDouble() <= highest)) {
            throw refusal(field, "'%s' is not a number from %s to %s".formatted(value.asText(), (long) lowest, (long)
                            highest));
        }
        return value.asDouble();
    }

    /** To the microsecond, as the database keeps it. */
    Optional<Instant> instant(String field) throws Refusal {
        Optional<String> text = text(field);
        try {
            return text.map(time -> OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException notOne) {
            throw refusal(
                    field,
                    "'%s' is not a time with offset such as 2026-07-01T10:00:00+02:00".formatted(text.orElse("")));
        }
    }

    int seconds(String field, int otherwise) throws Refusal {
        Optional<String> text = text(field);
        try {
            long seconds =
                    text.map(duration -> Duration.parse(duration).toSeconds()).orElse((long) otherwise);
            if (seconds > 0 && seconds <= Duration.ofDays(30).toSeconds()) {
                return (int) seconds;
            }
        } catch (DateTimeException notOne) {
            // refused below, with an example
        }
        throw refusal(field, "'%s' is not a duration from PT1S to P30D, such as PT1H".formatted(text.orElse("")));
    }

    Optional<DeviceId> device(String field) throws Refusal {
        Optional<String> text = text(field);
        try {
            return text.map(DeviceId::of);
        } catch (IllegalArgumentException notOne) {
            throw refusal(field, String.valueOf(notOne.getMessage()));
        }
    }

    Refusal refusal(String field, String detail) {
        return new Refusal(CommandProblem.invalid(prefix + field, detail));
    }
}
