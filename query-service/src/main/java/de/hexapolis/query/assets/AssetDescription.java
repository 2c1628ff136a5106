package de.hexapolis.query.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** What the city says about an asset. Immutable. */
record AssetDescription(List<String> tags, JsonNode properties, boolean open) {
    /** Of assets whose description nobody asked for. */
    static final AssetDescription UNREAD = new AssetDescription(List.of(), JsonNodeFactory.instance.objectNode(), true);

    AssetDescription {
        tags = List.copyOf(tags);
    }
}
