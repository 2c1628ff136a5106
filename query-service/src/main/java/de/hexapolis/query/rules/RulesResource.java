package de.hexapolis.query.rules;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.CityId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/rules} and {@code /api/v1/editions}: for staff. */
@Path("/api/v1")
@RolesAllowed({Audience.STAFF, Audience.OPERATOR})
@Tag(name = "Rules")
public final class RulesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public RulesResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Rules")
    public record Rules(
            @Schema(description = "Rises with every change of rules and crews") long version, List<Rule> rules) {}

    @GET
    @Path("rules")
    @Produces(Format.JSON_TYPE)
    @Operation(
            operationId = "listRules",
            summary =
                    "Rules, occurrences, rounds, calendars, escalations, checks and bundling as they are loaded, or as"
                            + " they hold for an asset")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rules.class)))
    public Response list(@BeanParam RuleParameters parameters, @Context Request request) {
        Caller caller = current.caller();
        Set<CityId> cities = parameters.cities();
        Optional<Long> asset = parameters.asset();
        Rules rules = database.read(connection -> {
            FilterWords.checkCities(connection, cities, caller);
            long version = ReadRules.version(connection);
            if (asset.isEmpty()) {
                return new Rules(version, ReadRules.all(connection, cities, caller));
            }
            RuledAsset ruled = ReadRuledAsset.run(connection, asset.get(), caller)
                    .orElseThrow(() -> Trouble.NOT_FOUND.problem("no asset %d in your cities".formatted(asset.get())));
            return new Rules(version, ruled.resolve(ReadRules.all(connection, Set.of(ruled.city()), caller)));
        });
        return answers.json(request, rules).build();
    }

    @GET
    @Path("rules/{id}")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readRule", summary = "One rule as it is loaded, with the overrides of your cities")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rule.class)))
    public Response one(@PathParam("id") String id, @Context Request request) {
        Caller caller = current.caller();
        Rule rule = database.read(connection -> ReadRules.all(connection, Set.of(), caller)).stream()
                .filter(each -> each.section().equals("rule") && each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no rule '%s'".formatted(id)));
        return answers.json(request, rule).build();
    }

    @GET
    @Path("editions/{edition}")
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readEdition", summary = "The rule that an alert names by its edition, as it was then")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Edition.class)))
    public Response edition(@PathParam("edition") String edition, @Context Request request) {
        Edition found = database.read(connection -> ReadEdition.run(connection, edition))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no edition '%s'".formatted(edition)));
        return answers.json(request, found).build();
    }
}
