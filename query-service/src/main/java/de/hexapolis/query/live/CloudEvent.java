package de.hexapolis.query.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A notice as a CloudEvent (1.0) in one line: the same that webhooks and MQTT get. Stateless. */
final class CloudEvent {
    private CloudEvent() {}

    static String of(Notice notice) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", notice.id().toString())
                .put("source", "/v1/" + notice.city().value())
                .put("type", "de.hexapolis." + notice.kind())
                .put("subject", notice.about())
                .put("time", notice.at().toString())
                .put("datacontenttype", "application/json")
                .put("sequence", String.valueOf(notice.number()))
                .set("data", notice.body())
                .toString();
    }
}
