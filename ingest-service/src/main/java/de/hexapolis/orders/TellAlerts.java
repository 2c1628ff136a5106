package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Severity;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes notices of alerts as they are in this transaction; no person is in them. Stateless. */
final class TellAlerts {
    private static final String SQL =
            """
            select a.alert_id, a.city_id, a.subject, a.rule_id, a.edition, a.severity, a.state, a.work, a.order_id,
                a.began_at, a.ended_at, a.opened_at, a.due_at, a.closed_at, a.reopened, a.evidence, o.crew_id,
                s.asset_id, s.reference, s.name, s.kind, s.district_id, s.longitude, s.latitude
            from alert a left join asset s using (asset_id) left join work_order o on o.order_id = a.order_id
            where a.alert_id = any(?)
            """;

    /** What all notices of an alert have in common. */
    private record View(
            CityId city, String crew, Optional<Long> asset, Optional<Long> order, Severity severity, ObjectNode body) {}

    private TellAlerts() {}

    /** @param received when what the judge heard of an asset came, by the asset's number */
    static List<NoticeRow> on(Connection connection, List<Telling> tellings, Map<Long, Instant> received, Instant now)
            throws SQLException {
        if (tellings.isEmpty()) {
            return List.of();
        }
        Map<Long, View> views = views(connection, tellings);
        List<NoticeRow> notices = new ArrayList<>();
        for (Telling telling : tellings) {
            notices.add(notice(telling, Objects.requireNonNull(views.get(telling.id())), received, now));
        }
        return notices;
    }

    private static NoticeRow notice(Telling telling, View view, Map<Long, Instant> received, Instant now) {
        ObjectNode body = view.body().deepCopy().put("change", telling.change());
        telling.reason().ifPresent(reason -> body.put("reason", reason));
        return new NoticeRow(
                view.city(),
                telling.toStaff() ? OrderKey.STAFF : view.crew(),
                telling.kind(),
                Optional.of(telling.id()),
                view.order(),
                view.severity(),
                now,
                telling.observed(),
                telling.observed().flatMap(observed -> view.asset()).map(received::get),
                body);
    }

    private static Map<Long, View> views(Connection connection, List<Telling> tellings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    Columns.longs(
                            connection,
                            tellings.stream().map(Telling::id).distinct().toList()));
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, View> views = new HashMap<>();
                while (row.next()) {
                    views.put(row.getLong("alert_id"), view(row));
                }
                return views;
            }
        }
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new CityId(row.getString("city_id")),
                Columns.optionalText(row, "crew_id").orElse(OrderKey.STAFF),
                Columns.optionalLong(row, "asset_id"),
                Columns.optionalLong(row, "order_id"),
                Columns.severity(row, "severity"),
                body(row));
    }

    /** As the interface answers it. */
    private static ObjectNode body(ResultSet row) throws SQLException {
        ObjectNode evidence = Columns.object(row, "evidence");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", row.getLong("alert_id")).put("city", row.getString("city_id"));
        body.put("rule", row.getString("rule_id")).put("edition", row.getString("edition"));
        body.set("title", evidence.path("title"));
        body.put("severity", Columns.severity(row, "severity").wireName()).put("state", row.getString("state"));
        if (Columns.optionalLong(row, "asset_id").isPresent()) {
            body.set("asset", asset(row));
        } else {
            body.put("subject", row.getString("subject"));
        }
        Columns.optionalText(row, "work").ifPresent(work -> body.put("work", work));
        Columns.optionalLong(row, "order_id").ifPresent(order -> body.put("order", order));
        Columns.optionalText(row, "crew_id").ifPresent(crew -> body.put("crew", crew));
        for (String time : List.of("began_at", "ended_at", "opened_at", "due_at", "closed_at")) {
            Columns.optionalInstant(row, time).ifPresent(at -> body.put(time, at.toString()));
        }
        body.put("reopened", row.getInt("reopened"));
        body.set("why", evidence.path("why"));
        return body;
    }

    private static ObjectNode asset(ResultSet row) throws SQLException {
        ObjectNode asset = JsonNodeFactory.instance.objectNode();
        asset.put("id", row.getLong("asset_id")).put("reference", row.getString("reference"));
        asset.put("name", row.getString("name")).put("kind", row.getString("kind"));
        Columns.optionalText(row, "district_id").ifPresent(district -> asset.put("district", district));
        return asset.put("longitude", row.getDouble("longitude")).put("latitude", row.getDouble("latitude"));
    }
}
