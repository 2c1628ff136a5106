package de.hexapolis.rules;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what was meant by a name that is not known. Stateless. */
final class Similar {
    private static final int MOST_LETTERS = 100;

    private Similar() {}

    /** {@code ; did you mean 'bin-full'?}, or nothing if nothing is near. */
    static String hint(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
    }

    /** The letters that must be inserted, left out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        if (one.length() > MOST_LETTERS || other.length() > MOST_LETTERS) {
            return MOST_LETTERS;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
