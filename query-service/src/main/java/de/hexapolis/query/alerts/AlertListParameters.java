package de.hexapolis.query.alerts;

import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.work.AlertQuestion;
import de.hexapolis.query.work.Severity;
import de.hexapolis.query.work.WorkState;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of alerts, as given. One request's. */
public class AlertListParameters {
    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("kind")
    @Parameter(description = "Kinds of assets", example = "bin")
    List<String> kind = List.of();

    @QueryParam("rule")
    @Parameter(description = "Rules", example = "bin-full")
    List<String> rule = List.of();

    @QueryParam("district")
    @Parameter(description = "Districts", example = "nordend")
    List<String> district = List.of();

    @QueryParam("severity")
    @Parameter(description = "Severities", example = "urgent,critical")
    List<String> severity = List.of();

    @QueryParam("state")
    @Parameter(description = "States", example = "open,notified")
    List<String> state = List.of();

    @QueryParam("open")
    @Parameter(
            description = "Only alerts that are not closed, or only those that are",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String open;

    @QueryParam("asset")
    @Parameter(description = "Assets, by id", example = "17")
    List<String> asset = List.of();

    @QueryParam("from")
    @Parameter(description = "Opened at or after", example = "2026-07-01T00:00:00+02:00")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Opened before", example = "2026-07-08T00:00:00+02:00")
    @Nullable
    String to;

    @QueryParam("format")
    @Parameter(
            description = Format.PARAMETER,
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "geojson", "csv", "csv-de"}))
    @Nullable
    String format;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    Format format(Request request) {
        return Format.asked(format, request, Format.JSON, Format.GEO_JSON, Format.CSV, Format.GERMAN_CSV);
    }

    AlertQuestion question() {
        return new AlertQuestion(
                items("city", city, "a city id such as fulda", CityId::new),
                Set.copyOf(new Given("kind", kind).items()),
                Set.copyOf(new Given("rule", rule).items()),
                Set.copyOf(new Given("district", district).items()),
                items("severity", severity, Severity.WANTED, Severity::named),
                items("state", state, WorkState.WANTED, WorkState::named),
                Given.of("open", open).yesOrNo(),
                items("asset", asset, "an asset's id: a whole number", Long::valueOf),
                Given.of("from", from).instant(),
                Given.of("to", to).instant(),
                Set.of(),
                Set.of());
    }

    private static <T> Set<T> items(String name, List<String> given, String wanted, Function<String, T> parse) {
        return Set.copyOf(new Given(name, given).items(wanted, parse));
    }
}
