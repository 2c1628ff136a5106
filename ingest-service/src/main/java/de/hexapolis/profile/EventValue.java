package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The value of an event, as JSON that any database can hold. */
public final class EventValue {
    private static final int LONGEST = 200;

    private EventValue() {}

    /** The JSON of a boolean, a finite number or a short clean text; else empty. */
    public static Optional<String> of(JsonNode field) {
        boolean fits = field.isBoolean()
                || (field.isNumber() && Double.isFinite(field.doubleValue()))
                || (field.isTextual() && field.textValue().length() <= LONGEST && Excerpt.isClean(field.textValue()));
        return fits ? Optional.of(field.toString()) : Optional.empty();
    }
}
