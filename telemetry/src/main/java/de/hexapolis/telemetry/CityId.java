package de.hexapolis.telemetry;

import java.util.regex.Pattern;

/** A city: a slug such as {@code fulda}. Immutable. */
public record CityId(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public CityId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("not a city id: '%s'".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
