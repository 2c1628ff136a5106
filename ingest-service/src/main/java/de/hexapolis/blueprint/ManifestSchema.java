package de.hexapolis.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Checks blueprint.yaml against blueprint.schema.json. Thread-safe. */
final class ManifestSchema {
    private static final Schema SCHEMA = load();

    /** @param place such as {@code kinds[0].name.de}, where a missing field would stand */
    record Fault(String place, String reason) {}

    private ManifestSchema() {}

    static List<Fault> faults(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON).stream()
                .map(error -> new Fault(place(error), error.getMessage()))
                .toList();
    }

    private static String place(Error error) {
        StringBuilder place = new StringBuilder();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            place.append(element instanceof Integer index ? "[" + index + "]" : (i == 0 ? "" : ".") + element);
        }
        String property = error.getProperty();
        if (property != null) {
            place.append(place.length() == 0 ? "" : ".").append(property);
        }
        return place.toString();
    }

    private static Schema load() {
        try (InputStream schema = Objects.requireNonNull(
                ManifestSchema.class.getResourceAsStream("blueprint.schema.json"), "blueprint.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
