package de.hexapolis.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arguments of a server that runs as a process of its own: pairs of {@code --name value}. Immutable. */
record ProgramArguments(Map<String, String> values) {
    ProgramArguments {
        values = Map.copyOf(values);
    }

    static ProgramArguments of(List<String> words) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("not a pair of --name and value: '" + words.get(i) + "'");
            }
            values.put(words.get(i).substring(2), words.get(i + 1));
        }
        return new ProgramArguments(values);
    }

    Path path(String name) {
        return Path.of(required(name));
    }

    int port(String name) {
        try {
            return Integer.parseInt(required(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is not a port: '" + required(name) + "'", e);
        }
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }
}
