package de.hexapolis.judge;

import de.hexapolis.rules.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the occurrences of an asset differ from those that are stored. A person's word, that something happened or did not,
 * goes before what readings tell within three hours of it. Immutable.
 *
 * @param gone numbers of rows
 * @param all as they are now, by rising time
 */
record OccurrenceChanges(List<ToldOccurrence> opened, List<Long> gone, List<Happening> all) {
    private static final Duration SAME = Duration.ofHours(3);

    /** @param told all from an instant on */
    static OccurrenceChanges of(List<StoredOccurrence> stored, List<ToldOccurrence> told, Instant from) {
        List<StoredOccurrence> left = new ArrayList<>(stored);
        List<ToldOccurrence> opened = new ArrayList<>();
        for (ToldOccurrence one : told) {
            boolean isKnown = left.removeIf(row -> !row.isPersons()
                    && row.kind().equals(one.kind())
                    && row.at().equals(one.at()));
            boolean isPersons = stored.stream().anyMatch(row -> row.isPersons() && isSame(row, one));
            if (!isKnown && !isPersons) {
                opened.add(one);
            }
        }
        List<StoredOccurrence> gone = left.stream()
                .filter(row -> !row.isPersons() && !row.at().isBefore(from))
                .toList();
        List<Happening> all = new ArrayList<>(stored.stream()
                .filter(row -> !gone.contains(row))
                .map(StoredOccurrence::asHappening)
                .toList());
        opened.forEach(one -> all.add(one.asHappening()));
        all.sort(Comparator.comparing(Happening::at));
        return new OccurrenceChanges(
                opened, gone.stream().map(StoredOccurrence::id).toList(), all);
    }

    private static boolean isSame(StoredOccurrence row, ToldOccurrence one) {
        return row.kind().equals(one.kind())
                && Duration.between(row.at(), one.at()).abs().compareTo(SAME) <= 0;
    }
}
