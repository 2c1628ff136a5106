package de.hexapolis.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A topic that names the device: {@code tele/{device}/SENSOR}; {@code +} stands for any level. Immutable. */
record TopicTemplate(String text, Pattern pattern) {
    private static final String DEVICE = "{device}";

    /** @throws IllegalArgumentException unless the text names the device once */
    static TopicTemplate parse(String text) {
        int at = text.indexOf(DEVICE);
        if (at < 0 || text.indexOf(DEVICE, at + 1) >= 0) {
            throw new IllegalArgumentException(
                    "%s: a topic names the device once, such as tele/{device}/SENSOR".formatted(Excerpt.quoted(text)));
        }
        StringBuilder pattern = new StringBuilder();
        for (String level : text.split("/", -1)) {
            String levelPattern =
                    level.equals("+") ? "[^/]*" : Pattern.quote(level).replace(DEVICE, "\\E([^/]+)\\Q");
            pattern.append(pattern.isEmpty() ? "" : "/").append(levelPattern);
        }
        return new TopicTemplate(text, Pattern.compile(pattern.toString()));
    }

    /** The device's name in the topic; empty if the topic is another one. */
    Optional<String> device(String topic) {
        Matcher matcher = pattern.matcher(topic);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
