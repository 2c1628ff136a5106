package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a temperature in the same message does to a value: {@code value * (1 + perDegree * (temperature - reference))}.
 * Without a temperature the value stays. Immutable.
 */
record Correction(List<FieldPath> temperature, double reference, double perDegree) {
    double of(double value, JsonNode body) {
        for (FieldPath path : temperature) {
            var number = NumberText.of(path.first(body));
            if (number.isPresent()) {
                return value * (1 + perDegree * (number.getAsDouble() - reference));
            }
        }
        return value;
    }
}
