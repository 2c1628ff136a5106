package de.hexapolis.blueprint;

/**
 * One fault of a pack, its texts shortened and clean. Immutable.
 *
 * @param file within the pack
 * @param line from 1; 0 if it is about the file as a whole
 * @param field the column or the place in the document
 * @param value as it was written
 * @param reason what is wrong, and what would do
 */
public record Problem(String file, int line, String field, String value, String reason) {
    @Override
    public String toString() {
        return "%s:%d: %s%s: %s".formatted(file, line, field, value.isEmpty() ? "" : " '" + value + "'", reason);
    }
}
