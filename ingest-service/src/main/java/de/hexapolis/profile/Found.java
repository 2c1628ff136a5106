package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A place in a message that a path led to.
 *
 * @param around the array element or object that it was chosen from; paths in a channel start there
 * @param index the number of that element, or the digits in the field's name; empty where nothing was counted
 */
record Found(JsonNode node, JsonNode around, String index) {
    static Found root(JsonNode body) {
        return new Found(body, body, "");
    }

    Found at(JsonNode below) {
        return new Found(below, around, index);
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }
}
