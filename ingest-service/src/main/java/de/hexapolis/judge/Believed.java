package de.hexapolis.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.occurrences.Occurrence;
import de.hexapolis.occurrences.Occurrences;
import de.hexapolis.plausibility.Flags;
import de.hexapolis.plausibility.Past;
import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was sensed as far as it is to be believed, and what happened by that: rules hear nothing else. Immutable. */
record Believed(
        Sensed sensed, List<FlagChanges> flags, OccurrenceChanges occurrences, Flags checked, Occurrences happened) {
    static Believed of(Seen seen, RuleBook book, Past past, TellRain rain) {
        Sensed read = seen.sensed();
        Flags checked = Flags.of(read, book.plausibilityFor(read.asset()), past);
        List<Course> courses = new ArrayList<>();
        List<FlagChanges> flags = new ArrayList<>();
        for (Course course : read.courses()) {
            List<FlagSpan> told = checked.spans().getOrDefault(course.seriesId(), List.of());
            List<StoredFlag> stored = seen.flags().getOrDefault(course.seriesId(), List.of());
            FlagChanges changes = FlagChanges.of(course, stored, told, read.from(), read.now());
            flags.add(changes);
            courses.add(changes.applied(course));
        }
        Sensed trusted = with(read, courses, seen);
        Occurrences happened = Occurrences.of(trusted, book.occurrencesFor(read.asset()));
        OccurrenceChanges occurrences = OccurrenceChanges.of(
                seen.occurrences(),
                happened.told().stream()
                        .map(one -> told(one, rain.kind(read.asset(), one)))
                        .toList(),
                happened.since());
        return new Believed(with(trusted, occurrences), flags, occurrences, checked, happened);
    }

    void narrow(Findings findings) {
        findings.narrow(checked.quiet(), checked.nextAt());
        findings.narrow(happened.quiet(), Instant.MAX);
    }

    private static SensedOccurrence told(Occurrence occurrence, String kind) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("series", occurrence.seriesId());
        detail.put("before", occurrence.before()).put("after", occurrence.after());
        if (!occurrence.reached().isEmpty()) {
            occurrence.reached().forEach(channel -> detail.withArray("reached").add(channel.value()));
        }
        return new SensedOccurrence(kind, occurrence.at(), detail);
    }

    private static Sensed with(Sensed sensed, List<Course> courses, Seen seen) {
        return new Sensed(
                sensed.asset(),
                courses,
                sensed.signals(),
                sensed.fixes(),
                sensed.devices(),
                seen.occurrences().stream().map(StoredOccurrence::asHappening).toList(),
                sensed.full(),
                sensed.dry(),
                sensed.causes(),
                sensed.from(),
                sensed.now());
    }

    private static Sensed with(Sensed sensed, OccurrenceChanges occurrences) {
        return new Sensed(
                sensed.asset(),
                sensed.courses(),
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
