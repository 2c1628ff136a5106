package de.hexapolis.query.aggregates;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an answer, for the API's description: {@link AnswerJson} writes it straight into bytes. */
@Schema(name = "Aggregates")
record AggregatesOnTheWire(Understood query, List<OneLine> series) {
    /** A whole answer. */
    static final String EXAMPLE =
            """
            {"query":{"from":"2026-07-01T00:00:00+02:00","to":"2026-07-02T00:00:00+02:00","bucket":"P1D",
              "zone":"Europe/Berlin","group":"district","pool":"assets","gap":"none","source":"day"},
             "series":[{"group":{"district":"nordend"},"city":"fulda","quantity":"fill_level","unit":"%","assets":42,
               "buckets":[{"start":"2026-07-01T00:00:00+02:00","avg":48.2,"max":97.0,"p95":91.5,"coverage":0.98}]}]}""";

    /** The same as a table. */
    static final String CSV_EXAMPLE =
            """
            city,district,quantity,unit,start,avg,max,p95,coverage,channels,source,estimated,filled
            fulda,nordend,fill_level,%,2026-07-01T00:00:00+02:00,48.2,97.0,91.5,0.98,,day,,false
            """;

    /** How the question was understood. */
    @Schema(name = "AggregatesQuery")
    record Understood(
            @Schema(examples = "2026-07-01T00:00:00+02:00") String from,
            @Schema(examples = "2026-07-08T00:00:00+02:00") String to,
            @Schema(examples = "P1D") String bucket,
            @Schema(examples = "Europe/Berlin") String zone,
            @Schema(examples = "district") String group,
            @Schema(examples = "assets") String pool,
            @Schema(examples = "none") String gap,
            @Schema(
                            description = "Where most of the numbers come from",
                            enumeration = {"day", "hour", "raw"})
                    String source,
            @Schema(description = "Percentiles that are not exact; left out if all are") List<String> estimated) {}

    /** One group's readings of one quantity. */
    @Schema(name = "AggregatesLine")
    record OneLine(
            GroupedBy group,
            @Schema(description = "Of the asset, with `group=asset`") String reference,
            @Schema(description = "Of the asset, with `group=asset`") String name,
            @Schema(description = "Of the asset or district", examples = "fulda") String city,
            @Schema(examples = "fill_level") String quantity,
            @Schema(examples = "%") String unit,
            @Schema(description = "How many assets the line is about", examples = "42") int assets,
            @Schema(description = "Depths or probes, if there are any", examples = "[\"30cm\"]") List<String> channels,
            List<OneBucket> buckets) {}

    /** What the line is about: one of these, or none with {@code group=none}. */
    @Schema(name = "AggregatesGroup")
    record GroupedBy(
            long asset,
            @Schema(nullable = true, description = "null: assets without a district") String district,
            String city,
            String kind) {}

    /** A bucket with the functions that were asked for; null where there is no value. */
    @Schema(name = "AggregatesBucket")
    record OneBucket(
            @Schema(description = "Where the whole bucket starts", examples = "2026-07-01T00:00:00+02:00") String start,
            @Schema(nullable = true) double avg,
            @Schema(nullable = true) double min,
            @Schema(nullable = true) double max,
            @Schema(nullable = true) double sum,
            @Schema(description = "Readings") long count,
            @Schema(nullable = true) double median,
            @Schema(nullable = true) double p05,
            @Schema(nullable = true) double p95,
            @Schema(nullable = true) double first,
            @Schema(nullable = true) double last,
            @Schema(nullable = true) double delta,
            @Schema(nullable = true) double twa,
            @Schema(nullable = true, description = "Readings ÷ expected readings, at most 1") double coverage,
            @Schema(description = "true: its values come from its neighbours; else left out") boolean filled) {}
}
