package de.hexapolis.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What of a notice decides who is told, and when. Immutable.
 *
 * @param tried of a test the channel that is tried
 */
record Told(long noticeId, String city, String crew, String kind, Urgency urgency, Instant at, Optional<Long> tried) {
    /** Whom everything goes to that no crew takes. */
    static final String STAFF = "staff";

    /** Whether a channel is told of it. */
    boolean concerns(Listener listener) {
        if (tried.isPresent()) {
            return tried.get() == listener.channelId();
        }
        if (listener.kind() == ChannelKind.MQTT && !kind.startsWith("alert.") && !kind.startsWith("order.")) {
            return false;
        }
        boolean here = listener.city().isEmpty() || listener.city().get().equals(city);
        return here && concernsCrew(listener) && listener.wishes().want(kind, urgency);
    }

    /** When a channel is told: of a test at once. */
    Instant notBefore(Listener listener, CrewHours hours, Instant now) {
        return tried.isPresent() ? now : When.notBefore(urgency, listener, hours, now);
    }

    private boolean concernsCrew(Listener listener) {
        if (listener.crew().isPresent()) {
            return listener.crew().get().equals(crew);
        }
        return listener.wishes().wholeCity() || crew.equals(STAFF);
    }
}
