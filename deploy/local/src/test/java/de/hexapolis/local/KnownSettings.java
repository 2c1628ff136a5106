package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that a service knows, as names of environment variables, read from its resources and sources. */
final class KnownSettings {
    private static final Pattern KEY = Pattern.compile("(?m)^([a-z][\\w.-]*)=");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z][a-z.-]*)");
    private static final Pattern METHOD = Pattern.compile("\\b([a-z]\\w*)\\(\\);");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"");
    private static final Pattern SOURCE = Pattern.compile("(?m)^hexapolis\\.sources\\.([a-z-]+)\\.");

    private KnownSettings() {}

    static Set<String> ofIngest() {
        String properties = Checkout.text("ingest-service/src/main/resources/application.properties");
        String settings = Checkout.text("ingest-service/src/main/java/de/hexapolis/mqtt/SourceSettings.java");
        Set<String> names = new TreeSet<>();
        find(KEY, properties, names, "");
        find(REFERENCE, properties, names, "");
        find(REFERENCE, sources("ingest-service"), names, "");
        SOURCE.matcher(properties)
                .results()
                .forEach(source -> find(METHOD, settings, names, "hexapolis.sources." + source.group(1) + "."));
        for (String concern : List.of("Webhook", "Mail", "Push")) {
            String file = "ingest-service/src/main/java/de/hexapolis/delivery/%sSettings.java".formatted(concern);
            find(METHOD, Checkout.text(file), names, prefixOf(Checkout.text(file)));
        }
        return names;
    }

    private static String prefixOf(String settings) {
        Matcher prefix = PREFIX.matcher(settings);
        if (!prefix.find()) {
            throw new IllegalStateException("no prefix of settings");
        }
        return prefix.group(1) + ".";
    }

    static Set<String> ofQuery() {
        Set<String> names = new TreeSet<>(Set.of("MP_JWT_VERIFY_PUBLICKEY_LOCATION"));
        Checkout.yaml("query-service/src/main/resources/application.yaml")
                .forEach(document -> flatten(document, "", names));
        return names;
    }

    private static void flatten(Checkout.Branch branch, String prefix, Set<String> names) {
        if (branch.keys().isEmpty()) {
            names.add(variable(prefix));
        }
        for (String key : branch.keys()) {
            flatten(branch.at(key), prefix.isEmpty() ? key : prefix + "." + key, names);
        }
    }

    private static void find(Pattern pattern, String text, Set<String> names, String prefix) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String kebab = matcher.group(1).replaceAll("([A-Z])", "-$1");
            names.add(variable(prefix + kebab));
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String sources(String module) {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Checkout.path(module + "/src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
