package de.hexapolis.decode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resolved SenML name in parts: device, what is measured, channel. {@code urn:dev:mac:0024befffe804ff1:soil_moisture:30cm},
 * with {@code :} or {@code /} before a part and also {@code _} (RFC 9039) before the quantity of a hexadecimal device.
 *
 * @param device empty if the name has no {@code urn:dev:}
 * @param field what stands behind the device; empty if nothing does
 */
record SenmlName(String device, String field, String channel) {
    private static final Pattern URN = Pattern.compile(
            "urn:dev:(?:mac|ow|org|os|ops|imei|[a-z0-9]+):(?:([0-9a-fA-F]{12,16})_|([^:/]+))(?:[:/]?(.*))?");

    static SenmlName parse(String name) {
        Matcher urn = URN.matcher(name);
        if (!urn.matches()) {
            return split("", name);
        }
        return split(urn.group(1) != null ? urn.group(1) : urn.group(2), urn.group(3));
    }

    private static SenmlName split(String device, String rest) {
        String[] parts = rest.split("[:/]", 2);
        return new SenmlName(device, parts[0], parts.length > 1 ? parts[1] : "");
    }
}
