package de.hexapolis.query.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.ProblemDocument;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** What became of a command as an answer: its result, 202 while it waits, or the problem that refused it. */
public final class CommandAnswer {
    private CommandAnswer() {}

    /** To who handed it over: the result itself. */
    public static Response of(CommandState command) {
        return command.isFinished() ? finished(command, resultOf(command)) : waiting(command);
    }

    /** To who asks about it later: the command with its result. */
    static Response about(CommandState command) {
        resultOf(command);
        return command.isFinished() ? finished(command, command) : waiting(command);
    }

    private static Response waiting(CommandState command) {
        return Response.accepted(command)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, address(command))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private static Response finished(CommandState command, Object entity) {
        boolean created =
                entity instanceof JsonNode result && result.path("created").asBoolean(false);
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(entity)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LOCATION, address(command))
                .build();
    }

    /** Ends in the problem, if it was refused. */
    private static JsonNode resultOf(CommandState command) {
        JsonNode result = command.result().orElseGet(JsonNodeFactory.instance::objectNode);
        if (command.outcome().equals(Optional.of("refused"))) {
            throw new Problem(problem(result.path("problem")));
        }
        return result;
    }

    private static URI address(CommandState command) {
        return URI.create("/api/v1/commands/" + command.id());
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
