package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of this checkout, as tests read them. */
final class Checkout {
    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    private Checkout() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The YAML documents of a file, anchors and merges resolved. */
    static List<Branch> yaml(String name) {
        List<Branch> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(text(name))
                .forEach(document -> documents.add(new Branch(document)));
        return documents;
    }

    /** A place in a YAML document; what is not there is an empty branch. */
    record Branch(Object value) {
        Branch at(String... keys) {
            Object found = value;
            for (String key : keys) {
                Object next = found instanceof Map<?, ?> map ? map.get(key) : null;
                found = next == null ? Map.of() : next;
            }
            return new Branch(found);
        }

        List<Branch> items() {
            List<Branch> items = new ArrayList<>();
            if (value instanceof List<?> list) {
                list.forEach(item -> items.add(new Branch(item)));
            }
            return items;
        }

        List<String> keys() {
            return value instanceof Map<?, ?> map
                    ? map.keySet().stream().map(String::valueOf).toList()
                    : List.of();
        }

        boolean isThere() {
            return !Map.of().equals(value);
        }

        String text() {
            return isThere() ? String.valueOf(value) : "";
        }
    }
}
