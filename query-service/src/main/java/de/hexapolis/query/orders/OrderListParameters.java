package de.hexapolis.query.orders;

import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.work.WorkState;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of orders, as given. One request's. */
public class OrderListParameters {
    /** Each comes with all its alerts. */
    static final int HIGHEST_LIMIT = 200;

    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("crew")
    @Parameter(description = "Crews", example = "fulda-nord")
    List<String> crew = List.of();

    @QueryParam("district")
    @Parameter(description = "Districts", example = "nordend")
    List<String> district = List.of();

    @QueryParam("work")
    @Parameter(description = "Kinds of work: empty, water, inspect, repair, extinguish, set_up", example = "empty")
    List<String> work = List.of();

    @QueryParam("state")
    @Parameter(description = "States", example = "open,notified")
    List<String> state = List.of();

    @QueryParam("open")
    @Parameter(
            description = "Only orders that are not closed, or only those that are",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String open;

    @QueryParam("due_before")
    @Parameter(description = "To be done before", example = "2026-07-02T00:00:00+02:00")
    @Nullable
    String dueBefore;

    @QueryParam("lang")
    @Parameter(
            description = "The language of feeds; without it, as `Accept-Language` says",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"de", "en"}))
    @Nullable
    String lang;

    @QueryParam("format")
    @Parameter(
            description = Format.PARAMETER
                    + ". `ics` is for calendars, `gpx` for navigation devices: of orders that are not closed",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "geojson", "csv", "csv-de", "gpx", "ics"}))
    @Nullable
    String format;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page(HIGHEST_LIMIT, "");
    }

    Format format(Request request) {
        return Format.asked(
                format,
                request,
                Format.JSON,
                Format.GEO_JSON,
                Format.CSV,
                Format.GERMAN_CSV,
                Format.GPX,
                Format.CALENDAR);
    }

    OrderQuestion question() {
        return new OrderQuestion(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Set.copyOf(new Given("crew", crew).items()),
                Set.copyOf(new Given("district", district).items()),
                Set.copyOf(new Given("work", work).items()),
                Set.copyOf(new Given("state", state).items(WorkState.WANTED, WorkState::named)),
                Given.of("open", open).yesOrNo(),
                Given.of("due_before", dueBefore).instant(),
                Set.of());
    }
}
