package de.hexapolis.query.cities;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.answer.Answers;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/cities}: public as far as a city is open. */
@Path("/api/v1/cities")
@Tag(name = "Cities")
public final class CitiesResource {
    private final Database database;
    private final CurrentCaller current;
    private final Answers answers;

    public CitiesResource(Database database, CurrentCaller current, Answers answers) {
        this.database = database;
        this.current = current;
        this.answers = answers;
    }

    /** The list on the wire. */
    @Schema(name = "Cities")
    public record Cities(List<City> cities) {}

    /** The list on the wire. */
    @Schema(name = "Districts")
    public record Districts(List<District> districts) {}

    @GET
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "listCities", summary = "The cities, with how many assets of each kind they have")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Cities.class)))
    public Response list(@Context Request request) {
        Caller caller = current.caller();
        List<City> cities = database.read(connection -> ReadCities.run(connection, caller));
        return answers.json(request, new Cities(cities)).build();
    }

    @GET
    @Path("{city}")
    @PermitAll
    @Produces(Format.JSON_TYPE)
    @Operation(operationId = "readCity", summary = "One city")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = City.class)))
    public Response one(@PathParam("city") String id, @Context Request request) {
        Caller caller = current.caller();
        City city = database.read(connection -> find(connection, caller, id));
        return answers.json(request, city).build();
    }

    @GET
    @Path("{city}/districts")
    @PermitAll
    @Produces({Format.JSON_TYPE, Format.GEO_JSON_TYPE})
    @Operation(operationId = "listDistricts", summary = "A city's districts; as GeoJSON with their polygons")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = Districts.class)),
                @Content(mediaType = Format.GEO_JSON_TYPE, schema = @Schema(implementation = DistrictsOnAMap.class))
            })
    public Response districts(@PathParam("city") String id, @Context Request request) {
        Caller caller = current.caller();
        List<District> districts = database.read(connection -> {
            find(connection, caller, id);
            return ReadDistricts.run(connection, id);
        });
        Format format = Format.preferred(request, Format.JSON, Format.GEO_JSON);
        Object shown = format == Format.JSON ? new Districts(districts) : featureCollection(districts);
        return answers.large(request, body -> answers.json(request, shown, body).type(format.mediaType()));
    }

    private static City find(Connection connection, Caller caller, String id) throws SQLException {
        return ReadCities.run(connection, caller).stream()
                .filter(city -> city.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Trouble.NOT_FOUND.problem(
                        "no city '%s' that you may see; /api/v1/cities lists them".formatted(id)));
    }

    private static Map<String, Object> featureCollection(List<District> districts) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (District district : districts) {
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put("id", district.id());
            feature.put("geometry", district.polygon());
            feature.put("properties", Map.of("id", district.id(), "name", district.name()));
            features.add(feature);
        }
        return Map.of("type", "FeatureCollection", "features", features);
    }
}
