package de.hexapolis.query.work;

import java.util.Locale;

/** Enums and their words on the wire, which are in small letters. */
final class Words {
    private Words() {}

    static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static <E extends Enum<E>> E named(Class<E> type, String wireName) {
        if (!wireName.equals(wireName.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(wireName);
        }
        return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
    }
}
