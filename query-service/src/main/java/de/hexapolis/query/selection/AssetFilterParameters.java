package de.hexapolis.query.selection;

import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that choose assets, as given. One request's. */
public class AssetFilterParameters {
    private static final int MOST_ITEMS = 1_000;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("kind")
    @Parameter(description = "Kinds of asset", example = "bin")
    List<String> kind = List.of();

    @QueryParam("district")
    @Parameter(description = "District ids", example = "nordend")
    List<String> district = List.of();

    @QueryParam("ids")
    @Parameter(description = "Asset ids", example = "17,18")
    List<String> ids = List.of();

    @QueryParam("tags")
    @Parameter(description = "Tags; an asset must carry all of them")
    List<String> tags = List.of();

    @QueryParam("status")
    @Parameter(description = "Status words", example = "soon,full")
    List<String> status = List.of();

    @QueryParam("bbox")
    @Parameter(
            description = "west,south,east,north in degrees",
            example = "9.6,50.5,9.8,50.6",
            schema = @Schema(implementation = String.class))
    List<String> bbox = List.of();

    @QueryParam("polygon")
    @Parameter(
            description = "WKT `POLYGON` or `MULTIPOLYGON`, longitude first, or one ring `lon,lat;lon,lat;lon,lat`",
            example = "9.6,50.5;9.8,50.5;9.7,50.6",
            schema = @Schema(implementation = String.class))
    List<String> polygon = List.of();

    @QueryParam("text")
    @Parameter(
            description = "Part of the name or of the city's reference",
            example = "Marktplatz",
            schema = @Schema(implementation = String.class))
    List<String> text = List.of();

    /** The filter; refuses what is none, naming the parameter. */
    public AssetFilter filter() {
        return new AssetFilter(
                items("city", city, "a city id such as fulda; /api/v1/cities lists them", CityId::new),
                items("kind", kind, "a kind such as bin; /api/v1/kinds lists them", AssetFilterParameters::word),
                items("district", district, "a district id", Function.identity()),
                items("ids", ids, "an asset id: a whole number", Long::valueOf),
                items("tags", tags, "a tag", Function.identity()),
                items("status", status, "a status word such as full", AssetFilterParameters::word),
                given("bbox", bbox)
                        .value("a box: west,south,east,north in degrees, such as 9.6,50.5,9.8,50.6", Box::parse)
                        .orElse(Box.WORLD),
                given("polygon", polygon)
                        .value(
                                "an area: WKT POLYGON((9.6 50.5, 9.8 50.5, 9.7 50.6, 9.6 50.5)) or"
                                        + " 9.6,50.5;9.8,50.5;9.7,50.6 with at most 2000 points",
                                Area::parse),
                given("text", text).text());
    }

    private static <T> Set<T> items(String name, List<String> texts, String wanted, Function<String, T> parse) {
        Set<T> items = new HashSet<>(given(name, texts).items(wanted, parse));
        if (items.size() > MOST_ITEMS) {
            throw Trouble.TOO_LARGE.problem(name, "%d items; at most %d would do".formatted(items.size(), MOST_ITEMS));
        }
        return items;
    }

    private static Given given(String name, List<String> texts) {
        return new Given(name, texts);
    }

    private static String word(String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
