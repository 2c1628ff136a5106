package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value lies: {@code distance.value}, {@code data[0].distance}, {@code ['odd.name']},
 * {@code messages[?measurementId == 4097].measurementValue}, {@code watermarks[*].centibar},
 * {@code soil_moisture_at_depth_{n}.value}. Immutable, thread-safe.
 */
final class FieldPath {
    private static final Pattern NAME =
            Pattern.compile("[^SYNTAX]+|[^SYNTAX]*\\{n}[^SYNTAX]*".replace("SYNTAX", "\\s.\\[\\]{}'\"=<>!&|"));

    private final String text;
    private final List<Step> steps;

    private FieldPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException naming the text and where it stops being a path */
    static FieldPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end;
            if (text.charAt(at) == '[') {
                end = Syntax.closingBracket(text, at);
                steps.add(bracket(text.substring(at + 1, end).strip(), text));
                end++;
            } else {
                at += text.charAt(at) == '.' && at > 0 ? 1 : 0;
                end = nameEnd(text, at);
                steps.add(named(text.substring(at, end), text));
            }
            at = end;
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an empty path");
        }
        return new FieldPath(text, steps);
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static Step named(String name, String path) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("%s is not a path: %s is not a field name; odd names are written ['…']"
                    .formatted(Excerpt.quoted(path), Excerpt.quoted(name)));
        }
        int number = name.indexOf("{n}");
        return number < 0
                ? new Step.Named(name)
                : new Step.Numbered(Pattern.compile(Pattern.quote(name.substring(0, number))
                        + "(\\d{1,4})"
                        + Pattern.quote(name.substring(number + 3))));
    }

    private static Step bracket(String inside, String path) {
        if (inside.equals("*")) {
            return new Step.Where(Optional.empty());
        }
        if (inside.startsWith("?")) {
            return new Step.Where(Optional.of(Condition.parse(inside.substring(1))));
        }
        if (inside.matches("\\d{1,4}")) {
            return new Step.At(Integer.parseInt(inside));
        }
        if (Syntax.isQuoted(inside)) {
            return new Step.Named(inside.substring(1, inside.length() - 1));
        }
        throw new IllegalArgumentException("%s is not a path: [%s] is none of [0], [*], [?field == value], ['name']"
                .formatted(Excerpt.quoted(path), Excerpt.of(inside, 40)));
    }

    /** Whether it is written to lead to several places, by <code>{n}</code> or {@code [*]}. */
    boolean isManifold() {
        return steps.stream().anyMatch(Step::isManifold);
    }

    /** Every place the path leads to, in the order of the message. */
    List<Found> all(JsonNode body) {
        List<Found> found = new ArrayList<>(4);
        follow(Found.root(body), 0, found);
        return found;
    }

    private void follow(Found from, int step, List<Found> found) {
        if (step == steps.size()) {
            found.add(from);
        } else {
            steps.get(step).follow(from, next -> follow(next, step + 1, found));
        }
    }

    /** The first place that holds something other than null; else a missing node. */
    JsonNode first(JsonNode body) {
        return all(body).stream()
                .filter(Found::isThere)
                .map(Found::node)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Override
    public String toString() {
        return text;
    }
}
