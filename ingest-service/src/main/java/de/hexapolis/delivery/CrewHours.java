package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.calendar.CalendarReader;
import de.hexapolis.calendar.QuietHours;
import de.hexapolis.calendar.Shifts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a crew may be told. Immutable. */
record CrewHours(Shifts shifts, QuietHours quiet, Optional<Digest> digest, ZoneId zone) {
    static final CrewHours ALWAYS = new CrewHours(Shifts.ALWAYS, QuietHours.NONE, Optional.empty(), ZoneOffset.UTC);

    /** Shifts and quiet hours that leave no time at all are not looked through for ever. */
    private static final int LOOKS = 60;

    /** @param calendar that the crew's {@code quiet_hours} name */
    static CrewHours of(JsonNode crew, JsonNode calendar, ZoneId zone) {
        return new CrewHours(
                CalendarReader.shifts(crew), CalendarReader.quietHours(calendar), Digest.of(crew.path("digest")), zone);
    }

    /** The first instant from this one on at which the crew works and is not left in peace; itself if there is none. */
    Instant openFrom(Instant instant) {
        Instant at = instant;
        for (int look = 0; look < LOOKS; look++) {
            Optional<Instant> worked = shifts.onFrom(at, zone);
            if (worked.isEmpty()) {
                return instant;
            }
            Instant awake = quiet.endsAt(worked.get(), zone);
            if (awake.equals(worked.get())) {
                return awake;
            }
            at = awake;
        }
        return instant;
    }

    boolean isOpen(Instant instant) {
        return shifts.isOn(instant, zone) && !quiet.isQuiet(instant, zone);
    }

    /** Whether something is so severe that it is told at any hour. */
    boolean arePassedBy(Urgency urgency) {
        Urgency above = quiet.above().flatMap(Urgency::named).orElse(Urgency.CRITICAL);
        return urgency.isAtLeast(above);
    }
}
