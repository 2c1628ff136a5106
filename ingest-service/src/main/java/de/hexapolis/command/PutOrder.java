package de.hexapolis.command;

import de.hexapolis.orders.AppendNotices;
import de.hexapolis.orders.OrderByHand;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code put-order}: an order that a person makes, body {@code {"city", "crew", "work", "assets", "title": {"de", "en"},
 * "severity", "due_at"}}, the last three optional. The result has its number.
 */
@ApplicationScoped
class PutOrder implements CommandHandler {
    private static final int MOST_ASSETS = 200;
    private static final String CREW = "select to_jsonb(c.crew_id) from crew c where city_id = ? and crew_id = ?";

    private final PlatformClock clock;

    PutOrder(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "put-order";
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Body body = new Body(command.body()).knowing("city", "crew", "work", "assets", "title", "severity", "due_at");
        OrderByHand.Wish wish = wish(command, body);
        check(connection, body, wish);
        OrderByHand.Made made = OrderByHand.on(connection, wish, command.id(), command.requestedBy(), clock.instant());
        AppendNotices.on(connection, made.notices());
        return new Answer.Done(Map.of("created", true, "order", Map.of("id", made.order())));
    }

    private static OrderByHand.Wish wish(Command command, Body body) throws Refusal {
        String city = CityRight.cityOf(command, body);
        Optional<Body> title = body.object("title");
        Optional<Names> names = title.isPresent()
                ? Optional.of(new Names(title.get().required("de"), title.get().required("en")))
                : Optional.empty();
        body.required("work");
        String[] works = Stream.of(Work.values()).map(Work::wireName).toArray(String[]::new);
        String[] severities =
                Stream.of(Severity.values()).map(Severity::wireName).toArray(String[]::new);
        return new OrderByHand.Wish(
                new CityId(city),
                body.required("crew"),
                Work.valueOf(body.word("work", works).orElseThrow().toUpperCase(Locale.ROOT)),
                body.ids("assets"),
                names,
                Severity.valueOf(
                        body.word("severity", severities).orElse("info").toUpperCase(Locale.ROOT)),
                body.instant("due_at"));
    }

    private static void check(Connection connection, Body body, OrderByHand.Wish wish) throws SQLException, Refusal {
        String city = wish.city().value();
        if (!RowsAsJson.has(connection, RowsAsJson.CITY, city)) {
            throw body.refusal("city", "there is no city '%s'".formatted(city));
        }
        if (!wish.crew().equals("staff") && !RowsAsJson.has(connection, CREW, city, wish.crew())) {
            throw body.refusal("crew", "there is no crew '%s' in '%s'".formatted(wish.crew(), city));
        }
        List<Long> assets = wish.assets();
        if (assets.isEmpty() || assets.size() > MOST_ASSETS) {
            throw body.refusal("assets", "name from 1 to %d assets".formatted(MOST_ASSETS));
        }
        for (long asset : assets) {
            Optional<AssetNames.AssetName> name = AssetNames.byId(connection, asset);
            if (name.isEmpty() || !name.get().city().equals(city)) {
                throw body.refusal("assets", "there is no asset %d in '%s'".formatted(asset, city));
            }
        }
    }
}
