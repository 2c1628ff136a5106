package de.hexapolis.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.parameter.PlainText;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a command's body: whose it is, and whether the database takes it. The rest is judged where
 * it is carried out.
 */
public final class CommandBody {
    private CommandBody() {}

    /** The body as an object; refused if there is none, or if it holds a control character anywhere. */
    public static ObjectNode object(@Nullable JsonNode body) {
        if (body instanceof ObjectNode object) {
            refuseControlCharacters("body", object);
            return object;
        }
        throw Trouble.INVALID_BODY.problem("the body must be a JSON object");
    }

    /** The field {@code city}; refused if it is no city id. */
    public static Optional<CityId> city(JsonNode body) {
        JsonNode city = body.path("city");
        if (city.isMissingNode() || city.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CityId(city.asText()));
        } catch (IllegalArgumentException notOne) {
            throw Trouble.INVALID_BODY.problem("city", "%s is not a city id such as \"fulda\"".formatted(city));
        }
    }

    /** Refuses fields that nobody would read. */
    public static void refuseUnknown(JsonNode body, List<String> known) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!known.contains(field.getKey())) {
                throw Trouble.INVALID_BODY.problem(field.getKey(), "not one of " + String.join(", ", known));
            }
        }
    }

    private static void refuseControlCharacters(String name, JsonNode node) {
        if (node.isTextual() && !PlainText.is(node.textValue())) {
            throw Trouble.INVALID_BODY.problem(name, "holds a control character");
        }
        if (node.isArray()) {
            node.forEach(element -> refuseControlCharacters(name, element));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!PlainText.is(field.getKey())) {
                throw Trouble.INVALID_BODY.problem(name, "holds a field with a control character in its name");
            }
            refuseControlCharacters(field.getKey(), field.getValue());
        }
    }

    public static Problem missing(String field) {
        return Trouble.INVALID_BODY.problem(field, "is missing");
    }
}
