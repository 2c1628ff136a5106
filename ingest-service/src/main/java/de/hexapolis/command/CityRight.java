package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether a command may concern a city. Stateless. */
final class CityRight {
    private CityRight() {}

    /** The city of the body, else the command's own. */
    static String cityOf(Command command, Body body) throws Refusal {
        Optional<String> city = body.text("city").or(command::city);
        if (city.isEmpty()) {
            throw body.refusal("city", "is missing");
        }
        check(command, city.get());
        return city.get();
    }

    static void check(Command command, String city) throws Refusal {
        if (command.city().isPresent() && !command.city().get().equals(city)) {
            throw new Refusal(CommandProblem.of(403, "forbidden", "city '%s' is not yours".formatted(city)));
        }
    }

    /** The city of a row that is there already; a row that is not there, or has no city, is anybody's. */
    static void checkRow(Command command, JsonNode row) throws Refusal {
        if (row.hasNonNull("city")) {
            check(command, row.path("city").asText());
        }
    }
}
