package de.hexapolis.orders;

import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.VerifiedBy;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order that a person makes: an alert an asset, of the rule {@code manual-<command>}. Emptying and watering are verified
 * by the next occurrence that the asset's sensors tell, all else, and what no sensor sees, by a person's word. Stateless.
 */
public final class OrderByHand {
    /** @param title empty: by the kind of work */
    public record Wish(
            CityId city,
            String crew,
            Work work,
            List<Long> assets,
            Optional<Names> title,
            Severity severity,
            Optional<Instant> due) {
        public Wish {
            assets = List.copyOf(assets);
        }
    }

    /** What has been made. */
    public record Made(long order, List<NoticeRow> notices) {
        public Made {
            notices = List.copyOf(notices);
        }
    }

    private static final String MANUAL = "manual";
    private static final Duration VERIFY_WITHIN = Duration.ofHours(3);
    private static final String MADE =
            "select order_id from history where command_id = ? and order_id is not null limit 1";
    private static final String DISTRICT = "select district_id from asset where asset_id = ?";
    private static final String HAS_SERIES = "select exists (select from series where asset_id = ? and quantity = ?)";

    private OrderByHand() {}

    /** The same command makes one order. */
    public static Made on(Connection connection, Wish wish, UUID command, String person, Instant now)
            throws SQLException {
        String rule = MANUAL + "-" + command;
        Optional<Long> made = made(connection, command);
        if (made.isPresent()) {
            return new Made(made.get(), List.of());
        }
        Changes changes = new Changes(connection, now);
        Names title = wish.title().orElseGet(() -> OrderTitle.word(wish.work()));
        OrderKey key = new OrderKey(
                new CrewKey(wish.city(), wish.crew()), "", wish.work().wireName());
        long order = changes.orders().open(key, wish.severity(), title, "person");
        for (long asset : wish.assets().stream().distinct().sorted().toList()) {
            alert(changes, wish, title, rule, asset, order, Actor.person(person, command));
        }
        return new Made(order, changes.write());
    }

    private static void alert(Changes changes, Wish wish, Names title, String rule, long asset, long order, Actor actor)
            throws SQLException {
        Connection connection = changes.connection();
        InsertAlert.Row row = new InsertAlert.Row(
                wish.city(),
                "asset:" + asset,
                Optional.of(asset),
                district(connection, asset),
                rule,
                MANUAL,
                Optional.of(wish.work().wireName()),
                wish.severity(),
                changes.now(),
                Optional.empty(),
                wish.due(),
                Optional.of(order),
                StoredEvidence.byHand(title, verifiedBy(connection, wish.work(), asset), VERIFY_WITHIN));
        long id = InsertAlert.on(connection, row, changes.now());
        changes.note(new HistoryRow(
                wish.city(),
                Optional.of(id),
                Optional.of(order),
                changes.now(),
                "opened",
                Optional.empty(),
                Optional.of(AlertState.OPEN),
                actor,
                Optional.of(MANUAL),
                HistoryRow.nothing()));
        changes.tell(Telling.of(id, "alert.opened", "opened"));
    }

    private static Optional<Long> made(Connection connection, UUID command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MADE)) {
            statement.setObject(1, command);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static Optional<String> district(Connection connection, long asset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DISTRICT)) {
            statement.setLong(1, asset);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Columns.optionalText(row, "district_id") : Optional.empty();
            }
        }
    }

    /** The sensor, where one tells emptyings or waterings of the asset. */
    private static VerifiedBy verifiedBy(Connection connection, Work work, long asset) throws SQLException {
        Optional<String> quantity = work == Work.EMPTY
                ? Optional.of("fill_level")
                : work == Work.WATER ? Optional.of("soil_water_tension") : Optional.empty();
        if (quantity.isEmpty()) {
            return VerifiedBy.PERSON;
        }
        try (PreparedStatement statement = connection.prepareStatement(HAS_SERIES)) {
            statement.setLong(1, asset);
            statement.setString(2, quantity.get());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1) ? VerifiedBy.SENSOR : VerifiedBy.PERSON;
            }
        }
    }
}
