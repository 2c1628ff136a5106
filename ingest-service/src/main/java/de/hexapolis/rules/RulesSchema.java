package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of rules and crews as JSON Schema 2020-12. Thread-safe. */
final class RulesSchema {
    private static final Pattern INDEX = Pattern.compile("/(\\d+)(?=/|$)");
    private static final JsonNode TEXT = load();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT.toString(), InputFormat.JSON);

    /** @param place such as {@code rules[0].when.threshold}, where a missing field would stand */
    record Fault(String place, String reason) {}

    private RulesSchema() {}

    private static JsonNode load() {
        try (InputStream text = RulesSchema.class.getResourceAsStream("rules.schema.json")) {
            if (text == null) {
                throw new IllegalStateException("rules.schema.json is not on the class path");
            }
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Fault> check(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON).stream()
                .map(error -> new Fault(place(error), SchemaReason.of(error, TEXT)))
                .distinct()
                .toList();
    }

    /** {@code /rules/2/when} as {@code rules[2].when}; an unknown or missing field is itself the place. */
    private static String place(Error error) {
        Matcher indexes = INDEX.matcher(String.valueOf(error.getInstanceLocation()));
        String place = indexes.replaceAll("[$1]").replace('/', '.').replaceFirst("^\\.", "");
        String property = error.getProperty();
        return property == null ? place : place.isEmpty() ? property : place + "." + property;
    }
}
