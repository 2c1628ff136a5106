package de.hexapolis.judge;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was sensed as far as it is to be believed, and what happened by that: rules hear nothing else. Immutable.
 *
 * @param bands within which neither flags nor occurrences change
 */
record Believed(
        Sensed sensed,
        List<FlagChanges> flags,
        OccurrenceChanges occurrences,
        Map<Integer, Quiet> bands,
        Instant nextAt) {
    static Believed of(Seen seen, RuleBook book) {
        Sensed sensed = seen.sensed();
        List<Course> courses = new ArrayList<>();
        List<FlagChanges> flags = new ArrayList<>();
        for (Course course : sensed.courses()) {
            List<FlagSpan> told = List.of();
            List<StoredFlag> stored = seen.flags().getOrDefault(course.seriesId(), List.of());
            FlagChanges changes = FlagChanges.of(course, stored, told, sensed.from(), sensed.now());
            flags.add(changes);
            courses.add(changes.applied(course));
        }
        OccurrenceChanges occurrences = OccurrenceChanges.of(seen.occurrences(), List.of(), sensed.now());
        return new Believed(with(sensed, courses, occurrences), flags, occurrences, Map.of(), Instant.MAX);
    }

    void narrow(Findings findings) {
        findings.narrow(bands, nextAt);
    }

    private static Sensed with(Sensed sensed, List<Course> courses, OccurrenceChanges occurrences) {
        return new Sensed(
                sensed.asset(),
                courses,
                sensed.signals(),
                sensed.fixes(),
                sensed.devices(),
                occurrences.all(),
                sensed.full(),
                sensed.dry(),
                sensed.causes(),
                sensed.from(),
                sensed.now());
    }
}
