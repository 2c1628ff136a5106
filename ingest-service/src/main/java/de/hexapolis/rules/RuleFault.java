package de.hexapolis.rules;

/**
 * One fault of a pack's rules. Immutable.
 *
 * @param file within the pack
 * @param line from 1; 0 if it is about the file as a whole
 * @param field the place in the document, such as {@code rules[0].when.threshold.hysteresis}
 * @param value as it was written; empty: nothing is
 * @param reason what is wrong, and what would do
 */
public record RuleFault(String file, int line, String field, String value, String reason) {}
