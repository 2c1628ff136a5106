package de.hexapolis.trials.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects sections, prints each as soon as it is there, and writes all of them as JSON. One thread. */
public final class Protocol {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES_MISSED = 3;

    private final Map<String, Object> circumstances;
    private final PrintStream out;
    private final List<Section> sections = new ArrayList<>();

    /** @param circumstances what must be known to read the figures: seed, rate, machine */
    public Protocol(Map<String, Object> circumstances, PrintStream out) {
        this.circumstances = new LinkedHashMap<>(circumstances);
        this.out = out;
        circumstances.forEach((name, value) -> out.printf("%s: %s%n", name, value));
    }

    public void add(Section section) {
        sections.add(section);
        out.printf("%n%-4s %-44s %-8s %5.0f s%n", section.id(), section.title(), section.verdict(), section.seconds());
        if (!section.skipped().isEmpty()) {
            out.printf("     %s%n", section.skipped());
        }
        for (Check check : section.checks()) {
            String wanted = check.wanted().isEmpty() ? "" : "wanted " + check.wanted();
            out.printf("   %s %-46s %18s  %s%n", check.holds() ? " " : "!", check.name(), check.found(), wanted);
        }
        out.flush();
    }

    /** Whether every section that ran holds. */
    public boolean holds() {
        return sections.stream().allMatch(Section::holds);
    }

    /** 0 if everything that ran holds, 3 if only limits of time were missed, else 1. */
    public int exitCode() {
        return holds() ? 0 : holdsButForTimes() ? TIMES_MISSED : 1;
    }

    private boolean holdsButForTimes() {
        return sections.stream()
                .flatMap(section -> section.checks().stream())
                .allMatch(check -> check.holds() || check.isTimeLimit());
    }

    /** One line for each section. */
    public void summarize() {
        out.println();
        for (Section section : sections) {
            out.printf("%-4s %-44s %s%n", section.id(), section.title(), section.verdict());
        }
    }

    public void write(Path file) {
        ObjectNode root = JSON.createObjectNode();
        root.put("written_at", Instant.now().toString());
        circumstances.forEach((name, value) -> root.set(name, JSON.valueToTree(value)));
        ArrayNode list = root.putArray("sections");
        for (Section section : sections) {
            ObjectNode node = list.addObject()
                    .put("id", section.id())
                    .put("title", section.title())
                    .put("verdict", section.verdict())
                    .put("seconds", section.seconds())
                    .put("skipped", section.skipped());
            ArrayNode checks = node.putArray("checks");
            section.checks().forEach(check -> checks.add(JSON.valueToTree(check)));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
            out.printf("%nwritten to %s%n", file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
