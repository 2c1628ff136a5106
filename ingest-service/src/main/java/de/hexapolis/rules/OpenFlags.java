package de.hexapolis.rules;

import java.util.Set;
import java.util.stream.Collectors;

/** Series that are not to be believed now. */
final class OpenFlags {
    private OpenFlags() {}

    static Set<Integer> of(Sensed sensed) {
        return sensed.courses().stream()
                .filter(Course::isFlaggedNow)
                .map(Course::seriesId)
                .collect(Collectors.toSet());
    }
}
