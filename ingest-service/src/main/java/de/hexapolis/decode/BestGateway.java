package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The gateway that heard a message best. A network server lists all that heard it; what it calls them comes from outside,
 * so what is no plain name is none. Stateless.
 */
final class BestGateway {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,63}");

    private BestGateway() {}

    /**
     * The one with the highest signal strength; the first where none is told.
     *
     * @param heard a list with an element for each gateway
     * @param strength of the field with the signal strength, in dBm
     */
    static Optional<String> of(JsonNode heard, String strength, Function<JsonNode, String> name) {
        Optional<String> best = Optional.empty();
        double strongest = Double.NEGATIVE_INFINITY;
        for (JsonNode one : heard) {
            Optional<String> gateway = named(name.apply(one));
            double rssi = one.path(strength).asDouble(-Double.MAX_VALUE);
            if (gateway.isPresent() && rssi > strongest) {
                best = gateway;
                strongest = rssi;
            }
        }
        return best;
    }

    /** As it is written everywhere here; empty if the text is no name. */
    static Optional<String> named(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
