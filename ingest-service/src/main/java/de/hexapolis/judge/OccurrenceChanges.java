package de.hexapolis.judge;

import de.hexapolis.occurrences.RainOrWatering;
import de.hexapolis.rules.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the occurrences of an asset differ from those that are stored. A person's word, that something happened or did not,
 * goes before what readings tell within three hours of it; what they measured is added to it. Immutable.
 *
 * @param confirmed what was measured, by the number of the row by which a person told it
 * @param gone numbers of rows
 * @param all as they are now, by rising time
 * @param wettings when a tree wet, or is not told any more to have wet
 */
record OccurrenceChanges(
        List<SensedOccurrence> opened,
        Map<Long, SensedOccurrence> confirmed,
        List<Long> gone,
        List<Happening> all,
        List<Instant> wettings) {
    static final String WETTING = "wetting";

    private static final Set<String> WETTINGS = Set.of(WETTING, RainOrWatering.RAIN, RainOrWatering.WATERING);
    private static final Duration SAME = Duration.ofHours(3);

    /** @param told all from an instant on */
    static OccurrenceChanges of(List<StoredOccurrence> stored, List<SensedOccurrence> told, Instant from) {
        List<StoredOccurrence> persons =
                stored.stream().filter(StoredOccurrence::isPersons).toList();
        List<StoredOccurrence> left =
                new ArrayList<>(stored.stream().filter(row -> !row.isPersons()).toList());
        List<SensedOccurrence> opened = new ArrayList<>();
        Map<Long, SensedOccurrence> confirmed = new TreeMap<>();
        for (SensedOccurrence one : told) {
            Optional<StoredOccurrence> same = persons.stream()
                    .filter(row -> isSame(row, one.kind(), one.at()))
                    .findFirst();
            same.filter(row -> !row.removed()).ifPresent(row -> confirmed.putIfAbsent(row.id(), one));
            boolean isKnown = left.stream().anyMatch(row -> isThat(row, one));
            if (same.isEmpty() && isKnown) {
                left.removeIf(row -> isThat(row, one));
            } else if (same.isEmpty()) {
                opened.add(one);
            }
        }
        left.removeIf(row ->
                row.at().isBefore(from) && persons.stream().noneMatch(word -> isSame(word, row.kind(), row.at())));
        return new OccurrenceChanges(
                opened,
                confirmed,
                left.stream().map(StoredOccurrence::id).toList(),
                all(stored, left, opened),
                wettings(left, opened));
    }

    private static List<Instant> wettings(List<StoredOccurrence> gone, List<SensedOccurrence> opened) {
        return Stream.concat(
                        gone.stream()
                                .filter(row -> WETTINGS.contains(row.kind()))
                                .map(StoredOccurrence::at),
                        opened.stream()
                                .filter(one -> WETTINGS.contains(one.kind()))
                                .map(SensedOccurrence::at))
                .distinct()
                .toList();
    }

    private static List<Happening> all(
            List<StoredOccurrence> stored, List<StoredOccurrence> gone, List<SensedOccurrence> opened) {
        return Stream.concat(
                        stored.stream().filter(row -> !gone.contains(row)).map(StoredOccurrence::asHappening),
                        opened.stream().map(SensedOccurrence::asHappening))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    /** What readings tell now, told by a person or not. */
    List<SensedOccurrence> happened() {
        return Stream.concat(opened.stream(), confirmed.values().stream()).toList();
    }

    boolean isEmpty() {
        return opened.isEmpty() && confirmed.isEmpty() && gone.isEmpty();
    }

    private static boolean isThat(StoredOccurrence row, SensedOccurrence one) {
        return row.kind().equals(one.kind()) && row.at().equals(one.at());
    }

    private static boolean isSame(StoredOccurrence word, String kind, Instant at) {
        boolean isSameKind = word.kind().equals(kind) || (WETTINGS.contains(word.kind()) && WETTINGS.contains(kind));
        return isSameKind && Duration.between(word.at(), at).abs().compareTo(SAME) <= 0;
    }
}
