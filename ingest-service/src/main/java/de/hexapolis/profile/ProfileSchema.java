package de.hexapolis.profile;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of a profile file as JSON Schema 2020-12. Thread-safe. */
final class ProfileSchema {
    private static final Pattern INDEX = Pattern.compile("/(\\d+)(?=/|$)");
    private static final JsonNode TEXT = load();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT.toString(), InputFormat.JSON);

    private ProfileSchema() {}

    private static JsonNode load() {
        try (InputStream text = ProfileSchema.class.getResourceAsStream("profile.schema.json")) {
            if (text == null) {
                throw new IllegalStateException("profile.schema.json is not on the class path");
            }
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<ProfileProblem> check(YamlDocument document) {
        return SCHEMA.validate(document.root().toString(), InputFormat.JSON).stream()
                .map(error -> document.problem(place(error), reason(error)))
                .toList();
    }

    /** {@code /readings/2/unit} as {@code readings[2].unit}; an unknown or missing field is itself the place. */
    private static String place(Error error) {
        Matcher indexes = INDEX.matcher(String.valueOf(error.getInstanceLocation()));
        String place = indexes.replaceAll("[$1]").replace('/', '.').replaceFirst("^\\.", "");
        String property = error.getProperty();
        return property == null ? place : place.isEmpty() ? property : place + "." + property;
    }

    private static String reason(Error error) {
        boolean isShort =
                error.getInstanceNode() != null && error.getInstanceNode().isValueNode();
        String value = isShort ? Excerpt.quoted(error.getInstanceNode().asString()) + " " : "";
        return value + error.getMessage() + known(error);
    }

    /** For a field that the grammar does not have: those that it has. */
    private static String known(Error error) {
        if (!error.getKeyword().equals("additionalProperties")) {
            return "";
        }
        String location = error.getSchemaLocation().getFragment().toString();
        JsonNode fields = TEXT.at(location.substring(0, location.lastIndexOf('/')) + "/properties");
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return "; known are " + String.join(", ", names);
    }
}
