package de.hexapolis.blueprint;

import de.hexapolis.registry.Tally;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a pack. */
public sealed interface Loading {
    /**
     * All of it is in the registry. Immutable.
     *
     * @param rows by kind of row: cities, districts, kinds, profiles, assets, devices, installations, calibrations, rules,
     *     overrides, crews
     * @param observationsTouched moved, computed again or judged otherwise because of changed installations
     */
    record Loaded(String blueprint, String version, Map<String, Tally> rows, long observationsTouched)
            implements Loading {
        public Loaded {
            rows = Map.copyOf(rows);
        }

        /** Rows that have a version of their own: who only stores readings need not read the registry again for them. */
        private static final Set<String> RULES = Set.of("rules", "overrides", "crews");

        /** Whether what readings are stored by is different now. */
        boolean registryChanged() {
            return observationsTouched > 0
                    || rows.entrySet().stream()
                            .anyMatch(row -> !RULES.contains(row.getKey())
                                    && row.getValue().changed());
        }

        /** Whether anything is different now. */
        public boolean changed() {
            return observationsTouched > 0 || rows.values().stream().anyMatch(Tally::changed);
        }
    }

    /** Nothing of it is in the registry. Immutable. */
    record Refused(List<Problem> problems) implements Loading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
