package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The value of an event, as JSON that any database can hold. */
public final class EventValue {
    private static final int LONGEST = 200;

    private EventValue() {}

    /** The JSON of a boolean, a finite number (a whole one without fraction) or a short clean text; else empty. */
    public static Optional<String> of(JsonNode field) {
        boolean fits = field.isBoolean()
                || (field.isNumber() && Double.isFinite(field.doubleValue()))
                || (field.isTextual() && field.textValue().length() <= LONGEST && Excerpt.isClean(field.textValue()));
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(field.isNumber() ? ScalarText.of(field) : field.toString());
    }
}
