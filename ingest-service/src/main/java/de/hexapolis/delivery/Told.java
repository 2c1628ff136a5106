package de.hexapolis.delivery;

import java.time.Instant;

/** What of a notice decides who is told, and when. Immutable. */
record Told(long noticeId, String city, String crew, String kind, Urgency urgency, Instant at) {
    /** Whom everything goes to that no crew takes. */
    static final String STAFF = "staff";

    /** Whether a channel is told of it. */
    boolean concerns(Listener listener) {
        if (listener.kind() == ChannelKind.MQTT && !kind.startsWith("alert.") && !kind.startsWith("order.")) {
            return false;
        }
        boolean here = listener.city().isEmpty() || listener.city().get().equals(city);
        return here && concernsCrew(listener) && listener.wishes().want(kind, urgency);
    }

    private boolean concernsCrew(Listener listener) {
        if (listener.crew().isPresent()) {
            return listener.crew().get().equals(crew);
        }
        return listener.wishes().wholeCity() || crew.equals(STAFF);
    }
}
