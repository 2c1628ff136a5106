package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one quantity is read. The first path that gives a value counts; a path to several places gives several readings
 * where the channel tells them apart. Immutable, thread-safe.
 *
 * @param values numbers for words, such as {@code middle: 50}
 */
record ReadingRule(
        List<FieldPath> paths,
        Condition applies,
        NoValue noValue,
        Map<String, Double> values,
        Conversion conversion,
        ChannelTemplate channel)
        implements Rule {

    @Override
    public void apply(Uplink uplink, Mapped mapped) {
        if (!applies.holds(uplink.body(), uplink.port())) {
            return;
        }
        for (FieldPath path : paths) {
            boolean isFound = false;
            for (Found found : path.all(uplink.body())) {
                if (found.isThere() && read(found, path, uplink, mapped)) {
                    isFound = true;
                    if (!channel.varies()) {
                        break;
                    }
                }
            }
            if (isFound) {
                return;
            }
        }
    }

    /** Whether there was a value, good or bad. */
    private boolean read(Found found, FieldPath path, Uplink uplink, Mapped mapped) {
        JsonNode sent = found.node();
        if (noValue.meansText(sent)) {
            mapped.noValue(path);
            return false;
        }
        Double listed = values.get(ScalarText.of(sent));
        Optional<NumberText> number = listed == null ? NumberText.read(sent) : Optional.of(new NumberText(listed, ""));
        if (number.isEmpty()) {
            mapped.bad("%s: %s is not a number".formatted(path, Excerpt.quoted(sent)));
            return true;
        }
        if (noValue.meansNumber(number.get().value())) {
            mapped.noValue(path);
            return false;
        }
        measure(number.get(), found, path, uplink, mapped);
        return true;
    }

    private void measure(NumberText number, Found found, FieldPath path, Uplink uplink, Mapped mapped) {
        Quantity quantity = conversion.quantity();
        OptionalDouble value = conversion.convert(number, found.around(), uplink.body());
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            mapped.bad("%s: %s is no %s, which is in %s"
                    .formatted(
                            path,
                            Excerpt.quoted(found.node()),
                            quantity,
                            quantity.unit().symbol()));
            return;
        }
        String name = channel.render(found);
        if (!Channel.isChannel(name)) {
            mapped.bad("%s: %s is not a channel".formatted(path, Excerpt.quoted(name)));
            return;
        }
        mapped.add(new Measurement(
                uplink.device(), quantity, new Channel(name), uplink.observedAt(), value.getAsDouble()));
    }
}
