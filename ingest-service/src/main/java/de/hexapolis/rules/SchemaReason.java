package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words what a value must be that the grammar refuses. Stateless. */
final class SchemaReason {
    private static final Map<String, String> PATTERNS = Map.of(
            "id", "lower-case letters, digits and '-', at most 63, such as bin-full",
            "span", "a duration such as PT30M, PT6H or P2D",
            "time", "a time of the day such as \"06:00\", in quotes",
            "date", "a date such as \"2026-01-06\", in quotes");

    private SchemaReason() {}

    static String of(Error error, JsonNode schema) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        JsonNode parent = schema.at(pointer.substring(0, pointer.lastIndexOf('/')));
        JsonNode wanted = parent.path(error.getKeyword());
        return switch (error.getKeyword()) {
            case "required" -> "is missing";
            case "additionalProperties" -> unknown(error.getProperty(), parent.path("properties"));
            case "type" -> type(error, wanted);
            case "enum" -> "one of " + String.join(", ", RuleReader.texts(wanted)) + written(error, wanted);
            case "pattern" -> pattern(pointer, wanted);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> range(pointer, parent);
            case "minItems", "maxItems" -> items(parent);
            case "uniqueItems" -> "the same is there twice";
            case "minLength" -> "is empty";
            case "maxLength" -> "at most %s characters".formatted(wanted.asText());
            case "minProperties" ->
                "is empty; known are " + String.join(", ", RuleReader.fields(parent.path("properties")));
            default -> error.getMessage();
        };
    }

    private static String unknown(String field, JsonNode known) {
        List<String> names = RuleReader.fields(known);
        return "is not known" + Similar.hint(field, names) + "; known are " + String.join(", ", names);
    }

    private static String type(Error error, JsonNode wanted) {
        String noun = wanted.isArray() ? String.join(" or ", RuleReader.texts(wanted)) : wanted.asText();
        boolean isText =
                error.getInstanceNode() != null && error.getInstanceNode().isString();
        return switch (noun) {
            case "number" -> isText ? "not a number; leave out sign and quotes" : "must be a number";
            case "integer" -> "must be a whole number";
            case "string" -> "must be a text; put it in quotes";
            case "boolean" -> "must be true or false";
            case "array" -> "must be a list, such as [a, b]";
            case "object" -> "must be a mapping of fields";
            default -> "must be " + noun;
        };
    }

    private static String pattern(String pointer, JsonNode wanted) {
        String definition = pointer.replaceFirst("^/\\$defs/", "").replaceFirst("/.*", "");
        return "must be " + PATTERNS.getOrDefault(definition, "a text like " + wanted.asText());
    }

    private static String range(String pointer, JsonNode schema) {
        if (pointer.startsWith("/$defs/months")) {
            return "a month from 1 to 12";
        }
        if (schema.has("minimum") && schema.has("maximum")) {
            return "from %s to %s".formatted(schema.path("minimum"), schema.path("maximum"));
        }
        List<String> bounds = new ArrayList<>();
        Map.of(
                        "minimum",
                        "at least ",
                        "maximum",
                        "at most ",
                        "exclusiveMinimum",
                        "above ",
                        "exclusiveMaximum",
                        "below ")
                .forEach((keyword, word) -> {
                    if (schema.has(keyword)) {
                        bounds.add(word + schema.path(keyword));
                    }
                });
        return "must be " + String.join(" and ", bounds.stream().sorted().toList());
    }

    private static String items(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        if (least == most) {
            return "must have just %d".formatted(least);
        }
        return most == Integer.MAX_VALUE
                ? "must have at least %d".formatted(least)
                : "must have from %d to %d".formatted(least, most);
    }

    private static String written(Error error, JsonNode wanted) {
        boolean isText =
                error.getInstanceNode() != null && error.getInstanceNode().isString();
        return isText ? Similar.hint(error.getInstanceNode().asString(), RuleReader.texts(wanted)) : "";
    }
}
