package de.hexapolis.query.aggregates;

import de.hexapolis.query.answer.TableFormatParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            required = true,
            schema = @Schema(implementation = String.class))
    List<String> from = List.of();

    @QueryParam("to")
    @Parameter(
            description = "End, exclusive: a date or an instant; the end of the running minute if not given",
            example = "2026-07-08",
            schema = @Schema(implementation = String.class))
    List<String> to = List.of();

    @QueryParam("bucket")
    @Parameter(
            description = "How long a bucket is, by the local calendar",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"PT15M", "PT1H", "P1D", "P1W", "P1M"},
                            defaultValue = "P1D"))
    List<String> bucket = List.of();

    @QueryParam("zone")
    @Parameter(
            description = "Time zone of the calendar; the cities' if not given",
            example = "Europe/Berlin",
            schema = @Schema(implementation = String.class))
    List<String> zone = List.of();

    @QueryParam("group")
    @Parameter(
            description = "Which assets make a line together; `none`: all of them",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"asset", "district", "city", "kind", "none"},
                            defaultValue = "none"))
    List<String> group = List.of();

    @QueryParam("fn")
    @Parameter(description = "Functions; several separated by commas; `avg` if not given", example = "avg,max")
    List<String> fn = List.of();

    @QueryParam("gap")
    @Parameter(
            description = "Buckets without readings: left out (`none`), null, or filled from their neighbours",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"none", "null", "previous", "linear"},
                            defaultValue = "none"))
    List<String> gap = List.of();

    @QueryParam("pool")
    @Parameter(
            description =
                    "`assets`: first per asset, then the mean over assets; `readings`: all as though of one asset",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"assets", "readings"},
                            defaultValue = "assets"))
    List<String> pool = List.of();

    @QueryParam("order")
    @Parameter(
            description = "Lines by group or by a function asked for, buckets by start; - turns round",
            example = "-max,-start")
    List<String> order = List.of();

    @BeanParam
    TableFormatParameter format = new TableFormatParameter();
}
