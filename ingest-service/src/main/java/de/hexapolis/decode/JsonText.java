package de.hexapolis.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Strict JSON from foreign bytes: UTF-8 only, nothing nested deeply, nothing twice, nothing after. Thread-safe. */
final class JsonText {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(64 * 1024)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonText() {}

    /**
     * The tree.
     *
     * @throws IOException for whatever is no such JSON
     */
    static JsonNode parse(byte[] payload) throws IOException {
        int fault = Utf8.firstFault(payload);
        if (fault >= 0) {
            throw new IOException("not UTF-8 text at byte " + fault);
        }
        JsonNode root = READER.readValue(payload);
        if (root == null || root.isMissingNode()) {
            throw new IOException("no JSON: the payload is empty");
        }
        return root;
    }
}
