package de.hexapolis.query.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.command.Command;
import de.hexapolis.query.command.CommandBody;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person says about an alert or an order, as the command that ingest-service carries out. Immutable. */
public final class Answer {
    private static final String KIND = "answer-alert";
    private static final List<String> FIELDS = List.of("at", "reason", "text", "assignee", "due_at");
    private static final List<String> FIELDS_OF_ORDERS =
            List.of("at", "reason", "text", "assignee", "due_at", "assets");

    private final Caller caller;
    private final CityId city;
    private final WorkAction action;

    /** Refuses what is for staff alone, from others. */
    public Answer(Caller caller, CityId city, WorkAction action) {
        if (action.isForStaff() && !caller.isStaffOf(city)) {
            throw Trouble.FORBIDDEN.problem("'%s' is for staff".formatted(action.wireName()));
        }
        this.caller = caller;
        this.city = city;
        this.action = action;
    }

    /** @param given what the person says besides; null: nothing */
    public Command toAlert(@Nullable String key, long alert, @Nullable JsonNode given) {
        ObjectNode body = body(given, FIELDS);
        body.putArray("alerts").add(alert);
        return command(key, body);
    }

    /** To all alerts of an order, or to those at the field {@code assets}. */
    public Command toOrder(@Nullable String key, long order, @Nullable JsonNode given) {
        return command(key, body(given, FIELDS_OF_ORDERS).put("order", order));
    }

    private ObjectNode body(@Nullable JsonNode given, List<String> known) {
        ObjectNode body = given == null
                ? JsonNodeFactory.instance.objectNode()
                : CommandBody.object(given).deepCopy();
        CommandBody.refuseUnknown(body, known);
        return body.put("action", action.wireName());
    }

    private Command command(@Nullable String key, ObjectNode body) {
        return Command.of(key, KIND, caller, Optional.of(city), body);
    }
}
