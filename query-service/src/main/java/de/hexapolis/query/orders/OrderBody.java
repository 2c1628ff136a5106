package de.hexapolis.query.orders;

import de.hexapolis.query.work.Title;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an order that a person makes, for the API's description: ingest-service judges it. */
@Schema(name = "OrderBody")
record OrderBody(
        @Schema(examples = "fulda") String city,
        @Schema(examples = "fulda-nord") String crew,
        @Schema(enumeration = {"empty", "water", "inspect", "repair", "extinguish", "set_up"}) String work,
        @Schema(description = "The assets, by id", examples = "[1,2]") List<Long> assets,
        Optional<Title> title,
        Optional<Instant> dueAt) {}
