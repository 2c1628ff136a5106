package de.hexapolis.command;

import de.hexapolis.orders.PersonsFlag;
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
 * {@code put-flag}: a person says that a series is not to be believed, body {@code {"series", "from", "text"}}, or that it
 * is again, {@code {"flag", "action": "end", "at", "undo"}}; with {@code undo} it never was otherwise. The judge then gives
 * the readings their quality.
 */
@ApplicationScoped
class PutFlag implements CommandHandler {
    /** A judge gives readings another quality no further back. */
    private static final Duration LONGEST_AGO = Duration.ofDays(14);

    private final PlatformClock clock;

    PutFlag(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "put-flag";
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Instant now = clock.instant();
        Body body = new Body(command.body()).knowing("series", "from", "flag", "action", "at", "undo", "text");
        boolean isEnd = body.id("flag").isPresent();
        PersonsFlag.Row flag = isEnd ? end(connection, command, body, now) : set(connection, command, body, now);
        DueAssets.of(connection, List.of(flag.asset()), flag.from(), now);
        return new Answer.Done(Map.of("created", !isEnd, "flag", Map.of("id", flag.id(), "asset", flag.asset())));
    }

    private static PersonsFlag.Row set(Connection connection, Command command, Body body, Instant now)
            throws SQLException, Refusal {
        Optional<Long> series = body.id("series");
        if (series.isEmpty()) {
            throw body.refusal("series", "is missing");
        }
        Instant from = time(body, "from", now).orElse(now);
        check(
                command,
                PersonsFlag.cityOfSeries(connection, series.get()),
                "there is no series %d".formatted(series.get()));
        Optional<String> away = PersonsFlag.whyAway(connection, series.get(), now);
        if (away.isPresent()) {
            throw new Refusal(
                    CommandProblem.of(409, "not-installed", "series %d: %s".formatted(series.get(), away.get())));
        }
        return PersonsFlag.set(connection, series.get(), from, body.text("text", 2_000), now);
    }

    private static PersonsFlag.Row end(Connection connection, Command command, Body body, Instant now)
            throws SQLException, Refusal {
        long id = body.id("flag").orElseThrow();
        body.required("action");
        body.word("action", "end");
        Instant at = time(body, "at", now).orElse(now);
        String missing = "there is no flag %d".formatted(id);
        check(command, PersonsFlag.cityOfFlag(connection, id), missing);
        return PersonsFlag.end(connection, id, at, body.flag("undo", false), now);
    }

    private static void check(Command command, Optional<String> city, String missing) throws Refusal {
        if (city.isEmpty() || !command.city().orElse(city.get()).equals(city.get())) {
            throw new Refusal(CommandProblem.of(404, "not-found", missing));
        }
    }

    private static Optional<Instant> time(Body body, String field, Instant now) throws Refusal {
        Optional<Instant> at = body.instant(field);
        Instant first = now.minus(LONGEST_AGO);
        if (at.isPresent() && (at.get().isBefore(first) || at.get().isAfter(now.plus(PlatformClock.MOST_AHEAD)))) {
            String why = "%s: %s is not from %s on".formatted(field, at.get(), first);
            throw new Refusal(new CommandProblem(422, "impossible-time", why, Optional.of(field), List.of()));
        }
        return at;
    }
}
