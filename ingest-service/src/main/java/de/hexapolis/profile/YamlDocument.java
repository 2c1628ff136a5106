package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML 1.2 document as JSON that still knows its lines: {@code NO}, {@code on} and {@code yes} are texts. One thread
 * while it is read, then immutable.
 */
public final class YamlDocument {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(1 << 20)
            .build();

    private static final int DEEPEST = 20;
    /** A few lines of aliases to aliases would otherwise fill the memory. */
    private static final int MOST_FIELDS = 20_000;

    private static final int LONGEST_TEXT = 80;

    private final String yaml;
    private final String fileName;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final JsonNode root;

    private YamlDocument(String yaml, String fileName, Node node) {
        this.yaml = yaml;
        this.fileName = fileName;
        this.root = json(node, "", 0);
    }

    /** @throws ProfileException if it is no YAML */
    public static YamlDocument parse(String yaml, String fileName) throws ProfileException {
        try {
            Node node = new Compose(SETTINGS)
                    .composeString(yaml)
                    .orElseThrow(() -> new YamlEngineException("the file is empty"));
            return new YamlDocument(yaml, fileName, node);
        } catch (MarkedYamlEngineException fault) {
            int line = fault.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw refused(fileName, line, String.valueOf(fault.getProblem()));
        } catch (YamlEngineException fault) {
            throw refused(fileName, 0, String.valueOf(fault.getMessage()));
        }
    }

    private static ProfileException refused(String fileName, int line, String reason) {
        return new ProfileException(List.of(new ProfileProblem(fileName, line, "(document)", reason)));
    }

    public JsonNode root() {
        return root;
    }

    /** A fault of the field at this place ({@code readings[2].unit}), with the line of it or of what it lies in. */
    public ProfileProblem problem(String place, String reason) {
        String known = place;
        while (!lines.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return new ProfileProblem(fileName, lines.get(known), place.isEmpty() ? "(document)" : place, reason);
    }

    /** What is at a place as it was written, in one line and shortened; empty if nothing is. */
    public String text(String place) {
        Node node = nodes.get(place);
        if (node == null || node.getStartMark().isEmpty() || node.getEndMark().isEmpty()) {
            return "";
        }
        int from = yaml.offsetByCodePoints(0, node.getStartMark().get().getIndex());
        int until = yaml.offsetByCodePoints(0, node.getEndMark().get().getIndex());
        return Excerpt.of(yaml.substring(from, until).strip().replaceAll("\\s+", " "), LONGEST_TEXT);
    }

    private JsonNode json(Node node, String place, int depth) {
        if (depth > DEEPEST || lines.size() > MOST_FIELDS) {
            throw new YamlEngineException("deeper than %d levels or more than %d fields, aliases written out"
                    .formatted(DEEPEST, MOST_FIELDS));
        }
        lines.put(place, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
        nodes.put(place, node);
        if (node instanceof MappingNode mapping) {
            return object(mapping, place, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(json(element, "%s[%d]".formatted(place, array.size()), depth + 1));
            }
            return array;
        }
        if (node instanceof AnchorNode anchor) {
            return json(anchor.getRealNode(), place, depth + 1);
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String place, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String field = place.isEmpty() ? key : place + "." + key;
            if (object.has(key)) {
                throw new DuplicateKeyException(
                        mapping.getStartMark(), key, entry.getKeyNode().getStartMark());
            }
            object.set(key, json(entry.getValueNode(), field, depth + 1));
            entry.getKeyNode().getStartMark().ifPresent(mark -> lines.put(field, mark.getLine() + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return json.booleanNode(text.equalsIgnoreCase("true"));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return json.numberNode(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return json.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException octalHexadecimalOrInfinite) {
            return json.textNode(text);
        }
        return json.textNode(text);
    }
}
