package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One mapping of a profile file while it is read; faults are collected with their lines. One thread. */
record Section(YamlDocument document, JsonNode node, String place, List<ProfileProblem> problems) {
    Section below(String field) {
        return new Section(document, node.path(field), inner(field), problems);
    }

    /** The mappings of a list. */
    List<Section> each(String field) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode element : node.path(field)) {
            sections.add(new Section(document, element, "%s[%d]".formatted(inner(field), sections.size()), problems));
        }
        return sections;
    }

    boolean has(String field) {
        return node.has(field);
    }

    double number(String field, double otherwise) {
        return node.path(field).asDouble(otherwise);
    }

    String text(String field) {
        return node.path(field).asText();
    }

    /** What the text of a field means; empty if the field is missing, or wrong and reported. */
    <T> Optional<T> parsed(String field, Function<String, T> parser) {
        List<T> all = parsedList(field, parser);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** What the text or each text of a list means; wrong ones are reported. */
    <T> List<T> parsedList(String field, Function<String, T> parser) {
        JsonNode texts = node.path(field);
        List<T> parsed = new ArrayList<>();
        if (texts.isArray()) {
            for (int i = 0; i < texts.size(); i++) {
                parsedAt("%s[%d]".formatted(field, i), texts.get(i), parser).ifPresent(parsed::add);
            }
        } else if (texts.isValueNode()) {
            parsedAt(field, texts, parser).ifPresent(parsed::add);
        }
        return parsed;
    }

    /** What the value of a field means; empty if the field is missing, or wrong and reported. */
    <T> Optional<T> value(String field, Function<JsonNode, T> reader) {
        return has(field) ? read(field, node.path(field), reader) : Optional.empty();
    }

    /**
     * What each entry of a mapping means, in the order of the file; wrong ones are reported. The key {@code 1.0} is also
     * there as {@code 1}, as the number is looked up, unless the mapping says what that means.
     */
    <T> Map<String, T> entries(String field, Function<JsonNode, T> parser) {
        Map<String, T> entries = new LinkedHashMap<>();
        node.path(field).properties().forEach(entry -> read(field + "." + entry.getKey(), entry.getValue(), parser)
                .ifPresent(meaning -> entries.put(entry.getKey(), meaning)));
        Map<String, T> asNumbers = new LinkedHashMap<>();
        entries.forEach((key, meaning) -> asNumbers.putIfAbsent(ScalarText.ofNumber(key), meaning));
        asNumbers.forEach(entries::putIfAbsent);
        return entries;
    }

    private <T> Optional<T> parsedAt(String field, JsonNode text, Function<String, T> parser) {
        return read(field, text, value -> parser.apply(value.asText()));
    }

    private <T> Optional<T> read(String field, JsonNode value, Function<JsonNode, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException fault) {
            problem(field, String.valueOf(fault.getMessage()));
            return Optional.empty();
        }
    }

    void problem(String field, String reason) {
        problems.add(document.problem(inner(field), reason));
    }

    private String inner(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
