package de.hexapolis.query.forecasts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The newest forecast of an asset, on the wire. Immutable.
 *
 * @param key where it is in the list
 */
@Schema(name = "Forecast")
public record Forecast(
        @JsonIgnore long key,
        @Schema(examples = "17") long asset,
        @Schema(examples = "fulda") String city,
        @Schema(description = "The city's own number of the asset", examples = "B-0001") String reference,
        @Schema(examples = "bin") String kind,
        Optional<String> district,
        @Schema(enumeration = {"full", "dry"}) String of,
        @Schema(description = "Of a tree: the probe's depth", examples = "30cm") Optional<String> channel,
        Instant madeAt,
        @Schema(description = "The newest reading it rests on; left out: carried from similar assets")
                Optional<Instant> readingAt,
        @Schema(description = "The level then, in percent or kPa") Optional<Double> level,
        @Schema(description = "Full or dry by then with a probability of 10 %; left out: not within the horizon")
                Optional<Instant> p10,
        @Schema(description = "The same with 50 %") Optional<Instant> p50,
        @Schema(description = "The same with 90 %") Optional<Instant> p90,
        @Schema(description = "The next planned round, if there is a plan") Optional<Instant> roundAt,
        @Schema(description = "The probability of being full by the next round", examples = "0.7")
                Optional<Double> byRound,
        @Schema(description = "There only if it rests on similar assets and not on readings of its own")
                Optional<Carried> carried,
        @Schema(implementation = Object.class, description = "Why: the numbers behind it") JsonNode basis) {

    /** From how many assets a forecast was carried, and in what they are alike. Immutable. */
    @Schema(name = "CarriedForecast")
    public record Carried(@Schema(examples = "7") int from, @Schema(implementation = String[].class) JsonNode alike) {}
}
