package de.hexapolis.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a channel is told. A crew is told within its shifts and outside of its quiet hours, by mail at the times of its
 * digest; what is severe enough comes at any hour. Machines of the city and the broker are told at once. Pure.
 */
final class When {
    private static final int DAYS_AHEAD = 15;

    private When() {}

    static Instant notBefore(Urgency urgency, Listener listener, CrewHours hours, Instant now) {
        boolean machine = listener.kind() == ChannelKind.MQTT
                || (listener.kind() == ChannelKind.WEBHOOK && listener.crew().isEmpty());
        boolean atAnyHour = machine || listener.wishes().atAnyHour() || hours.arePassedBy(urgency);
        Instant open = atAnyHour ? now : hours.openFrom(now);
        if (listener.kind() != ChannelKind.MAIL) {
            return open;
        }
        Optional<Digest> digest = listener.wishes().digest().or(hours::digest);
        return digest.filter(each -> !urgency.isAtLeast(each.below()))
                .map(each -> next(each, listener.wishes().atAnyHour() ? CrewHours.ALWAYS : hours, hours, now))
                .orElse(open);
    }

    /** The digest's next time that the crew works; its next time at all, if there is none of these. */
    private static Instant next(Digest digest, CrewHours open, CrewHours city, Instant now) {
        LocalDate today = now.atZone(city.zone()).toLocalDate();
        List<LocalTime> times = digest.at();
        List<Instant> coming = Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> times.stream()
                        .map(time -> day.atTime(time).atZone(city.zone()).toInstant()))
                .filter(now::isBefore)
                .sorted(Comparator.naturalOrder())
                .toList();
        return coming.stream().filter(open::isOpen).findFirst().orElse(coming.get(0));
    }
}
