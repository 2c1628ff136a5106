package de.hexapolis.command;

import de.hexapolis.orders.ToldOccurrence;
import de.hexapolis.registry.DueAssets;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code put-occurrence}: a person's word on an emptying, a watering or rain. Body {@code {"asset", "kind", "at", "text"}}
 * tells one; {@code {"occurrence", "action": "correct" | "remove", "kind", "at", "text"}} is about one that was told. What a
 * person has said no judge changes.
 */
@ApplicationScoped
class PutOccurrence implements CommandHandler {
    private static final Duration LONGEST_AGO = Duration.ofDays(366);
    private static final Duration READINGS_BACK = Duration.ofHours(24);

    private final PlatformClock clock;

    PutOccurrence(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "put-occurrence";
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Instant now = clock.instant();
        Body body = new Body(command.body()).knowing("asset", "occurrence", "action", "kind", "at", "text");
        Optional<Instant> at = time(body, now);
        Optional<String> kind = body.word("kind", "emptying", "watering", "rain");
        ToldOccurrence.Word word = new ToldOccurrence.Word(kind, at, body.text("text", 2_000), command.requestedBy());
        ToldOccurrence.Row told = body.id("occurrence").isPresent()
                ? change(connection, command, body, word, now)
                : tell(connection, command, body, word, now);
        DueAssets.of(connection, List.of(told.asset()), now.minus(READINGS_BACK), now);
        boolean created = body.id("occurrence").isEmpty();
        return new Answer.Done(
                Map.of("created", created, "occurrence", Map.of("id", told.id(), "asset", told.asset())));
    }

    private static ToldOccurrence.Row tell(
            Connection connection, Command command, Body body, ToldOccurrence.Word word, Instant now)
            throws SQLException, Refusal {
        body.required("kind");
        Optional<Long> id = body.id("asset");
        Optional<AssetNames.AssetName> asset =
                id.isPresent() ? AssetNames.byId(connection, id.get()) : Optional.empty();
        if (asset.isEmpty()) {
            throw body.refusal("asset", id.isEmpty() ? "is missing" : "there is no asset %d".formatted(id.get()));
        }
        CityRight.check(command, asset.get().city());
        return ToldOccurrence.tell(
                connection, asset.get().assetId(), asset.get().city(), word, now);
    }

    private static ToldOccurrence.Row change(
            Connection connection, Command command, Body body, ToldOccurrence.Word word, Instant now)
            throws SQLException, Refusal {
        long id = body.id("occurrence").orElseThrow();
        body.required("action");
        boolean remove = body.word("action", "correct", "remove").equals(Optional.of("remove"));
        Optional<ToldOccurrence.Row> told = ToldOccurrence.read(connection, id);
        if (told.isEmpty()
                || !command.city().orElse(told.get().city()).equals(told.get().city())) {
            throw new Refusal(CommandProblem.of(404, "not-found", "there is no occurrence %d".formatted(id)));
        }
        ToldOccurrence.correct(connection, id, word, remove, now);
        return told.get();
    }

    private static Optional<Instant> time(Body body, Instant now) throws Refusal {
        Optional<Instant> at = body.instant("at");
        Instant first = now.minus(LONGEST_AGO);
        Instant last = now.plus(PlatformClock.MOST_AHEAD);
        if (at.isPresent() && (at.get().isBefore(first) || at.get().isAfter(last))) {
            String why = "at: %s is not from %s to %s".formatted(at.get(), first, last);
            throw new Refusal(new CommandProblem(422, "impossible-time", why, Optional.of("at"), List.of()));
        }
        return at;
    }
}
