package de.hexapolis.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A parcel as a CloudEvent 1.0 in JSON. {@code id} is the same at each attempt; {@code sequence} rises in the order in
 * which things were committed, so that a receiver can drop what an older attempt brings late. Stateless.
 */
final class CloudEvent {
    static final String MEDIA_TYPE = "application/cloudevents+json";
    private static final String TYPES = "de.hexapolis.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEvent() {}

    static byte[] of(Parcel parcel) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", parcel.id().toString());
        event.put("source", "/v1/" + parcel.city());
        event.put("type", TYPES + parcel.kind());
        event.put("subject", parcel.subject());
        event.put("time", parcel.at().toString());
        event.put("sequence", Long.toString(parcel.sequence()));
        event.put("datacontenttype", "application/json");
        event.set("data", parcel.data());
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("notice %s is no JSON".formatted(parcel.id()), defect);
        }
    }
}
