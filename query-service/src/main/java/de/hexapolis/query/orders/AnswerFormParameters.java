package de.hexapolis.query.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.work.WorkAction;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the form with which a person answers an order, as given. One request's. */
public class AnswerFormParameters {
    @FormParam("csrf")
    @Nullable
    String csrf;

    @FormParam("key")
    @Nullable
    String key;

    @FormParam("lang")
    @Nullable
    String lang;

    @FormParam("action")
    @Nullable
    String action;

    @FormParam("asset")
    List<String> assets = List.of();

    @FormParam("reason")
    @Nullable
    String reason;

    @FormParam("at")
    @Nullable
    String at;

    WorkAction action() {
        return Given.of("action", action)
                .value("an action", WorkAction::named)
                .orElseThrow(() -> Given.of("action", action).refused("", "an action"));
    }

    /** What is said besides the action. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Given.of("reason", reason).text().ifPresent(text -> body.put("reason", text));
        Given.of("at", at).instant().ifPresent(instant -> body.put("at", instant.toString()));
        for (String asset : assets) {
            Given.of("asset", asset).value("an asset's id", Long::valueOf).ifPresent(id -> body.withArray("assets")
                    .add(id));
        }
        return body;
    }
}
