package de.hexapolis.profile;

/**
 * One fault of a profile file.
 *
 * @param line counted from 1; 0 if it concerns the file as a whole
 * @param field where in the document, such as {@code readings[2].unit}
 * @param reason what is wrong with which value, and what would do
 */
public record ProfileProblem(String file, int line, String field, String reason) {
    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(file, line, field, reason);
    }
}
