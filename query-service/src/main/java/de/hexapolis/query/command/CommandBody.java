package de.hexapolis.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this service reads of a command's body: whose it is. The rest is judged where it is carried out. */
public final class CommandBody {
    private CommandBody() {}

    /** The body as an object; refused if there is none. */
    public static ObjectNode object(@Nullable JsonNode body) {
        if (body instanceof ObjectNode object) {
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

    public static Problem missing(String field) {
        return Trouble.INVALID_BODY.problem(field, "is missing");
    }
}
