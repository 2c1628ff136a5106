package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of a {@link FieldPath}: from a place in the tree to the places that follow. Immutable. */
sealed interface Step {
    void follow(Found from, Consumer<Found> onward);

    /** Whether it is written to lead to several places, which then need names. */
    default boolean isManifold() {
        return false;
    }

    /** A field of an object. */
    record Named(String name) implements Step {
        @Override
        public void follow(Found from, Consumer<Found> onward) {
            JsonNode node = from.node().path(name);
            if (!node.isMissingNode()) {
                onward.accept(from.at(node));
            }
        }
    }

    /** The fields whose names match, such as {@code distance{n}_cm}; the digits become the index. */
    record Numbered(Pattern names) implements Step {
        @Override
        public void follow(Found from, Consumer<Found> onward) {
            for (Map.Entry<String, JsonNode> field : from.node().properties()) {
                Matcher matcher = names.matcher(field.getKey());
                if (matcher.matches()) {
                    onward.accept(new Found(field.getValue(), from.node(), matcher.group(1)));
                }
            }
        }

        @Override
        public boolean isManifold() {
            return true;
        }
    }

    /** One element of an array, counted from 0. */
    record At(int index) implements Step {
        @Override
        public void follow(Found from, Consumer<Found> onward) {
            JsonNode node = from.node().path(index);
            if (!node.isMissingNode()) {
                onward.accept(from.at(node));
            }
        }
    }

    /** The elements of an array that fulfil a condition; every one where there is none. */
    record Where(Optional<Condition> condition) implements Step {
        @Override
        public void follow(Found from, Consumer<Found> onward) {
            if (!from.node().isArray()) {
                return;
            }
            for (int i = 0; i < from.node().size(); i++) {
                JsonNode element = from.node().get(i);
                if (condition.isEmpty() || condition.get().holds(element, 0)) {
                    onward.accept(new Found(element, element, Integer.toString(i)));
                }
            }
        }

        @Override
        public boolean isManifold() {
            return condition.isEmpty();
        }
    }
}
