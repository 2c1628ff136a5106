package de.hexapolis.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.ProblemDocument;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What became of a command as an answer: its result, 202 while it waits, or the problem that refused it. */
public final class CommandAnswer {
    private CommandAnswer() {}

    public static Response of(CommandState command) {
        URI self = URI.create("/api/v1/commands/" + command.id());
        if (!command.isFinished()) {
            return Response.accepted(command)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header("Location", self)
                    .header("Retry-After", 1)
                    .build();
        }
        JsonNode result = command.result().orElseThrow();
        if (command.outcome().orElseThrow().equals("refused")) {
            throw new Problem(problem(result.path("problem")));
        }
        Response.Status status = result.path("created").asBoolean(false) ? Response.Status.CREATED : Response.Status.OK;
        return Response.status(status)
                .entity(result)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Location", self)
                .build();
    }

    private static ProblemDocument problem(JsonNode refusal) {
        String code = refusal.path("code").asText("refused");
        String title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
        return new ProblemDocument(
                refusal.path("status").asInt(400),
                code,
                title,
                refusal.path("detail").asText(""),
                refusal.hasNonNull("parameter") ? refusal.path("parameter").asText() : null,
                refusal.hasNonNull("problems") ? refusal.path("problems") : null);
    }
}
