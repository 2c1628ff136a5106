package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a sensor sends when it has no reading: {@code -327.68}, {@code "No Sensor"}, everything below -5. Compared with
 * what is sent, before any conversion. Immutable.
 *
 * @param texts in lower case
 * @param prefixes what a text begins with, in lower case
 * @param ranges pairs of lowest and highest, both included
 */
record NoValue(Set<String> texts, List<String> prefixes, List<double[]> ranges) {
    /** Sensors send binary fractions: -327.68 may arrive as -327.67999. */
    private static final double NEARLY = 1e-6;

    static double[] exactly(double value) {
        double margin = Math.max(1, Math.abs(value)) * NEARLY;
        return new double[] {value - margin, value + margin};
    }

    boolean meansText(JsonNode sent) {
        if (!sent.isTextual() || (texts.isEmpty() && prefixes.isEmpty())) {
            return false;
        }
        String text = sent.textValue().strip().toLowerCase(Locale.ROOT);
        return texts.contains(text) || prefixes.stream().anyMatch(text::startsWith);
    }

    boolean meansNumber(double sent) {
        for (double[] range : ranges) {
            if (sent >= range[0] && sent <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
