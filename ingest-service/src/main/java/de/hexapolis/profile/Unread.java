package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.DeviceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message that has fields, none of which the device's profile reads, though no rule of it says so on purpose: the
 * profile misspells a path, or should name such messages below {@code ignore}. Immutable.
 *
 * @param profile its id and version
 * @param fields names of the message's outermost fields
 * @param paths where the profile looks
 */
public record Unread(DeviceId device, String profile, String fields, String paths) {
    private static final int MOST = 20;
    private static final int LONGEST = 60;

    static Unread of(Uplink uplink, DeviceProfile profile, List<Rule> rules) {
        JsonNode body = uplink.body();
        return new Unread(
                uplink.device(),
                profile.toString(),
                body.isObject() ? listed(body.properties().stream().map(Map.Entry::getKey)) : "none",
                listed(rules.stream()
                        .flatMap(rule -> rule.paths().stream())
                        .map(FieldPath::toString)
                        .distinct()));
    }

    /** Shortened: a message may have thousands of fields. */
    private static String listed(Stream<String> names) {
        List<String> first =
                names.limit(MOST + 1L).map(name -> Excerpt.of(name, LONGEST)).toList();
        return first.stream().limit(MOST).collect(Collectors.joining(", ")) + (first.size() > MOST ? ", …" : "");
    }
}
