package de.hexapolis.trials.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service's {@code /q/metrics} says at one moment. Immutable.
 *
 * @param samples by name and tags, as in Prometheus' text: {@code name{tag="value",}}
 */
public record Metrics(Map<String, Double> samples) {
    public Metrics {
        samples = Map.copyOf(samples);
    }

    /** Of Prometheus' text format. */
    static Metrics parse(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith("#") && space > 0) {
                samples.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
            }
        }
        return new Metrics(samples);
    }

    /** Over all tags. */
    public double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().replaceFirst("\\{.*", "").equals(name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Over all samples of the name with this tag. */
    public double sum(String name, String tag, String value) {
        String wanted = "%s=\"%s\"".formatted(tag, value);
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{")
                        && sample.getKey().contains(wanted))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Messages that arrived, or that the pipeline took, and are not settled: 0 at rest. */
    public double underWay() {
        return sum("hexapolis_mqtt_unacknowledged") + sum("hexapolis_messages_in_flight");
    }
}
