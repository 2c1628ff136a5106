package de.hexapolis.command;

import de.hexapolis.blueprint.BlueprintLoader;
import de.hexapolis.blueprint.Loading;
import de.hexapolis.blueprint.PackFiles;
import de.hexapolis.blueprint.Problem;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code load-blueprint}: the attachment is the zip of a pack; body {@code {"overwrite": true}} takes rows of persons over.
 * By {@code attachment_sha256} the API knows a command again whose attachment is gone; it means nothing here.
 */
@ApplicationScoped
class LoadBlueprint implements CommandHandler {
    private static final int TOLD_IN_DETAIL = 20;

    private final PlatformClock clock;

    LoadBlueprint(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "load-blueprint";
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        if (command.city().isPresent()) {
            throw new Refusal(CommandProblem.of(403, "forbidden", "only the operator loads blueprints"));
        }
        boolean takesOver = new Body(command.body())
                .knowing("overwrite", "attachment_sha256")
                .flag("overwrite", false);
        Loading loading = BlueprintLoader.load(connection, files(command), takesOver, clock.instant());
        if (loading instanceof Loading.Refused refused) {
            throw new Refusal(problem(refused.problems()));
        }
        Loading.Loaded loaded = (Loading.Loaded) loading;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("blueprint", loaded.blueprint());
        result.put("version", loaded.version());
        result.put("changed", loaded.changed());
        result.put("rows", loaded.rows());
        result.put("observations_touched", loaded.observationsTouched());
        return new Answer.Done(result);
    }

    private static PackFiles files(Command command) throws Refusal {
        try {
            return PackFiles.ofZip(command.attachment());
        } catch (IOException unreadable) {
            throw new Refusal(CommandProblem.invalid("attachment", String.valueOf(unreadable.getMessage())));
        }
    }

    private static CommandProblem problem(List<Problem> problems) {
        String first =
                problems.stream().limit(TOLD_IN_DETAIL).map(Problem::toString).collect(Collectors.joining("\n"));
        String more = problems.size() > TOLD_IN_DETAIL ? "\n…" : "";
        return new CommandProblem(
                422,
                "invalid-blueprint",
                "%d problems, nothing was loaded:\n%s%s".formatted(problems.size(), first, more),
                Optional.of("attachment"),
                problems);
    }
}
