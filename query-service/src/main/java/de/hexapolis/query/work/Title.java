package de.hexapolis.query.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is called, in both languages. Immutable. */
@Schema(name = "Title")
public record Title(@Schema(examples = "Behälter voll") String de, @Schema(examples = "Bin full") String en) {

    /** The field {@code de} and {@code en}; empty where they are not. */
    public static Optional<Title> of(JsonNode node) {
        return node.path("de").isTextual() && node.path("en").isTextual()
                ? Optional.of(
                        new Title(node.path("de").textValue(), node.path("en").textValue()))
                : Optional.empty();
    }
}
