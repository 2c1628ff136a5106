package de.hexapolis.query.live;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.access.Caller;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact that is told. Immutable as long as nobody writes into the body.
 *
 * @param number rises with the order of commits
 * @param kind such as {@code alert.opened}
 * @param about such as {@code alerts/12}
 */
record Notice(
        long number,
        UUID id,
        CityId city,
        Optional<String> crew,
        String kind,
        String about,
        Instant at,
        JsonNode body) {
    private static final String STAFF = "staff";

    /** What it is about: {@code alert}, {@code order} or {@code channel}. */
    String subjectKind() {
        return kind.substring(0, Math.max(0, kind.indexOf('.')));
    }

    /** An order is for its crew; all else that is told to the staff is for nobody but them, whatever crews a token has. */
    boolean isFor(Caller caller) {
        boolean isOfOrder = subjectKind().equals("order");
        return crew.filter(id -> isOfOrder || !id.equals(STAFF))
                .map(id -> caller.mayWorkFor(city, id))
                .orElseGet(() -> caller.isStaffOf(city));
    }
}
