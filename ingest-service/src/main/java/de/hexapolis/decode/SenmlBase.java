package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.stream.Stream;

/** The base fields of a SenML pack as they stand at one record. Immutable. */
record SenmlBase(String name, double time, String unit, double number) {
    static final SenmlBase NONE = new SenmlBase("", 0, "", 0);

    /** The base fields from this record on. */
    SenmlBase with(JsonNode record) {
        return new SenmlBase(
                record.path("bn").asText(name),
                record.path("bt").asDouble(time),
                record.path("bu").asText(unit),
                record.path("bv").asDouble(number));
    }

    /** The value of a record; missing where it has none that we read (data, sums). */
    JsonNode value(JsonNode record) {
        JsonNode v = record.path("v");
        if (v.isNumber()) {
            return number == 0 ? v : DoubleNode.valueOf(v.doubleValue() + number);
        }
        return Stream.of(v, record.path("vb"), record.path("vs"))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(v);
    }
}
