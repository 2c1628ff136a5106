package de.hexapolis.orders;

import de.hexapolis.rules.CrewKey;
import de.hexapolis.telemetry.CityId;
import java.util.Comparator;

/**
 * What is collected in one order: one kind of work of one crew in one district. Immutable.
 *
 * @param district empty: none
 * @param work as the wire names it
 */
record OrderKey(CrewKey crew, String district, String work) implements Comparable<OrderKey> {
    /** Who gets what no crew takes. */
    static final String STAFF = "staff";

    private static final Comparator<OrderKey> ORDER = Comparator.comparing(
                    (OrderKey key) -> key.city().value())
            .thenComparing(key -> key.crew().crew())
            .thenComparing(OrderKey::district)
            .thenComparing(OrderKey::work);

    CityId city() {
        return crew.city();
    }

    @Override
    public int compareTo(OrderKey other) {
        return ORDER.compare(this, other);
    }
}
