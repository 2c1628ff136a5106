package de.hexapolis.query.orders;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.parameter.Rfc3339;
import de.hexapolis.query.work.Alert;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The values that made a rule speak, in words: the newest of them. Stateless. */
final class WhyWords {
    private WhyWords() {}

    /** One line a value; none if the alert rests on none. */
    static List<String> of(Alert alert, ZoneId zone, Language language) {
        List<String> lines = new ArrayList<>();
        alert.why().forEach(value -> lines.add(line(value, zone, language)));
        return lines;
    }

    private static String line(JsonNode value, ZoneId zone, Language language) {
        NumberFormat number = NumberFormat.getNumberInstance(language.locale());
        number.setMaximumFractionDigits(2);
        String unit = value.path("unit").asText("");
        String space = unit.isEmpty() ? "" : "\u202f" + unit;
        StringBuilder line = new StringBuilder(quantity(value.path("quantity").asText(""), language));
        if (value.path("value").isNumber()) {
            line.append(' ')
                    .append(number.format(value.path("value").doubleValue()))
                    .append(space);
        }
        String comparison = comparison(value.path("comparison").asText(""), language);
        if (value.path("limit").isNumber() && !comparison.isEmpty()) {
            line.append(" (%s %s%s)"
                    .formatted(comparison, number.format(value.path("limit").doubleValue()), space));
        }
        if (value.path("observed_at").isTextual()) {
            line.append(", ")
                    .append(OrderWords.time(
                            Rfc3339.instant(value.path("observed_at").textValue()), zone, language));
        }
        return line.toString();
    }

    private static String comparison(String word, Language language) {
        return switch (word) {
            case "at_least" -> language.say("ab", "from");
            case "at_most" -> language.say("bis", "down to");
            case "rose_by" -> language.say("gestiegen um", "rose by");
            default -> "";
        };
    }

    private static String quantity(String word, Language language) {
        return switch (word) {
            case "fill_level" -> language.say("Füllstand", "Fill level");
            case "soil_water_tension" -> language.say("Saugspannung", "Soil water tension");
            case "soil_moisture" -> language.say("Bodenfeuchte", "Soil moisture");
            case "battery_level", "battery_voltage" -> language.say("Batterie", "Battery");
            case "device_temperature" -> language.say("Temperatur am Gerät", "Temperature at the device");
            case "tilt" -> language.say("Neigung", "Tilt");
            case "message" -> language.say("Keine Nachricht seit", "No message for");
            case "devices" -> language.say("Geräte", "Devices");
            default -> word.replace('_', ' ');
        };
    }
}
