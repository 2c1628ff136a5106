package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people say of alerts, as the handler of commands hands it on. */
final class People {
    private People() {}

    static Answered.Taken say(RegistryDatabase database, String action, Optional<Long> order, List<Long> alerts) {
        return say(database, action, order, alerts, Optional.empty(), Orders.NOW.plusSeconds(600), UUID.randomUUID());
    }

    static Answered.Taken done(RegistryDatabase database, long alert, Instant at, Instant now) {
        return say(database, "done", Optional.empty(), List.of(alert), Optional.of(at), now, UUID.randomUUID());
    }

    static Answered.Taken say(
            RegistryDatabase database,
            String action,
            Optional<Long> order,
            List<Long> alerts,
            Optional<Instant> at,
            Instant now,
            UUID command) {
        Answering answering = new Answering(
                order,
                alerts,
                List.of(),
                action,
                now,
                at,
                action.equals("not-possible") ? Optional.of("Zugeparkt") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return database.inTransaction(connection -> {
            Answered answered = AnswerAlerts.on(
                    connection, answering, Actor.person("k.nord", command), Optional.of(Orders.FULDA), now);
            assertThat(answered).isInstanceOf(Answered.Taken.class);
            AppendNotices.on(connection, ((Answered.Taken) answered).notices());
            return (Answered.Taken) answered;
        });
    }
}
