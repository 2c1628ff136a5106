package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.DeviceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of event is read. Immutable, thread-safe.
 *
 * @param paths none for an event that the condition alone makes
 * @param values what words, numbers and booleans mean, as JSON; empty: the value as it was sent
 * @param otherwise the JSON for a value that is not listed, or of an event without a path; empty: then no event
 */
record EventRule(
        String kind, List<FieldPath> paths, Condition applies, Map<String, String> values, Optional<String> otherwise)
        implements Rule {

    @Override
    public void apply(Uplink uplink, Mapped mapped) {
        if (!applies.holds(uplink.body(), uplink.port())) {
            return;
        }
        if (paths.isEmpty()) {
            otherwise.ifPresent(value -> add(value, uplink, mapped));
            return;
        }
        for (FieldPath path : paths) {
            JsonNode sent = path.first(uplink.body());
            if (!sent.isMissingNode()) {
                read(sent, path, uplink, mapped);
                return;
            }
        }
    }

    private void read(JsonNode sent, FieldPath path, Uplink uplink, Mapped mapped) {
        if (!values.isEmpty() || otherwise.isPresent()) {
            Optional.ofNullable(values.get(ScalarText.of(sent)))
                    .or(() -> otherwise)
                    .ifPresent(value -> add(value, uplink, mapped));
            return;
        }
        Optional<String> value = EventValue.of(sent);
        if (value.isEmpty()) {
            mapped.bad("%s: %s is not a boolean, a number or a short text".formatted(path, Excerpt.quoted(sent)));
            return;
        }
        add(value.get(), uplink, mapped);
    }

    private void add(String value, Uplink uplink, Mapped mapped) {
        mapped.add(new DeviceEvent(uplink.device(), kind, uplink.observedAt(), value));
    }
}
