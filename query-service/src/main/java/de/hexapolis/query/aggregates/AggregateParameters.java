package de.hexapolis.query.aggregates;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that say what is wanted of the assets, as given. One request's. */
public class AggregateParameters {
    @QueryParam("quantity")
    @Parameter(description = "Quantities; several separated by commas", example = "fill_level", required = true)
    List<String> quantity = List.of();

    @QueryParam("channel")
    @Parameter(description = "Only these channels, such as a depth", example = "30cm")
    List<String> channel = List.of();

    @QueryParam("from")
    @Parameter(
            description = "A date (its local midnight) or an RFC 3339 instant",
            example = "2026-07-01",
            required = true)
    List<String> from = List.of();

    @QueryParam("to")
    @Parameter(description = "End, exclusive: a date or an instant; now if not given", example = "2026-07-08")
    List<String> to = List.of();

    @QueryParam("bucket")
    @Parameter(description = "PT15M, PT1H, P1D, P1W or P1M of the local calendar; P1D if not given")
    List<String> bucket = List.of();

    @QueryParam("zone")
    @Parameter(description = "Time zone of the calendar; the cities' if not given", example = "Europe/Berlin")
    List<String> zone = List.of();

    @QueryParam("group")
    @Parameter(description = "asset, district, city, kind or none; none if not given")
    List<String> group = List.of();

    @QueryParam("fn")
    @Parameter(
            description =
                    "avg, min, max, sum, count, median, p05, p95, first, last, delta, twa, coverage; avg if not given",
            example = "avg,max")
    List<String> fn = List.of();

    @QueryParam("gap")
    @Parameter(description = "Buckets without readings: none (left out), null, previous or linear; none if not given")
    List<String> gap = List.of();

    @QueryParam("pool")
    @Parameter(description = "assets (first per asset, then the mean over assets) or readings; assets if not given")
    List<String> pool = List.of();

    @QueryParam("order")
    @Parameter(
            description = "Lines by group or by a function asked for, buckets by start; - turns round",
            example = "-max,-start")
    List<String> order = List.of();
}
