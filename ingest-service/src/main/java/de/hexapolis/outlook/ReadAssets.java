package de.hexapolis.outlook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which assets something is to be made of now. Immutable. */
enum ReadAssets {
    /** Once a local day. */
    BINS_TO_FIT(
            """
            left join forecast_profile p on p.subject = 'asset:' || a.asset_id and p.kind = 'full' and p.channel = ''
            where a.kind = 'bin' and not a.retired
                and exists (select from series s where s.asset_id = a.asset_id and s.quantity = 'fill_level')
                and (p.fitted_at is null
                    or p.fitted_at < date_trunc('day', ?::timestamptz at time zone c.zone) at time zone c.zone)
            """,
            "p.fitted_at nulls first"),

    /** With a good newest reading that the forecast does not know; an emptying since makes it due at once. */
    BINS_TO_FORECAST(
            """
            cross join lateral (
                select max(l.observed_at) as newest from series s join latest l using (series_id)
                where s.asset_id = a.asset_id and s.quantity = 'fill_level' and l.quality = 0) n
            left join forecast f on f.asset_id = a.asset_id and f.kind = 'full' and f.channel = ''
            cross join (select ?::timestamptz as now) t
            where a.kind = 'bin' and not a.retired and n.newest > t.now - interval '7 days'
                and (f.asset_id is null
                    or n.newest > f.reading_at and (f.made_at <= t.now - interval '1 hour'
                        or exists (
                            select from occurrence e
                            where e.asset_id = a.asset_id and e.kind = 'emptying' and e.changed_at > f.made_at)))
            """,
            "f.made_at nulls first"),

    /** With a good newest reading that the forecast does not know. */
    TREES_TO_FORECAST(
            """
            cross join lateral (
                select max(l.observed_at) as newest from series s join latest l using (series_id)
                where s.asset_id = a.asset_id and s.quantity = 'soil_water_tension' and l.quality = 0) n
            left join lateral (
                select max(f.made_at) as made_at, max(f.reading_at) as reading_at from forecast f
                where f.asset_id = a.asset_id and f.kind = 'dry') f on true
            cross join (select ?::timestamptz as now) t
            where a.kind = 'tree' and not a.retired and n.newest > t.now - interval '7 days'
                and (f.made_at is null or f.reading_at is null
                    or n.newest > f.reading_at and f.made_at <= t.now - interval '6 hours')
            """,
            "f.made_at nulls first"),

    /** Without a probe that spoke within a day. */
    TREES_TO_CARRY(
            """
            left join lateral (
                select max(f.made_at) as made_at from forecast f
                where f.asset_id = a.asset_id and f.kind = 'dry') f on true
            cross join (select ?::timestamptz as now) t
            where a.kind = 'tree' and not a.retired
                and (f.made_at is null or f.made_at <= t.now - interval '1 day')
                and not exists (
                    select from series s join latest l using (series_id)
                    where s.asset_id = a.asset_id and s.quantity = 'soil_water_tension' and l.quality = 0
                        and l.observed_at > t.now - interval '1 day')
                and exists (select from forecast d where d.kind = 'dry' and d.carried_from = 0)
            """,
            "f.made_at nulls first");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASSET =
            """
            select a.asset_id, a.city_id, c.zone, a.kind, a.district_id, a.reference, a.tags, a.properties, a.longitude,
                a.latitude, a.retired
            """;
    private static final String FROM = "from asset a join city c using (city_id)\n";
    private static final String OTHER =
            "and not exists (select from unnest(?::bigint[]) other (id) where other.id = a.asset_id)\n";

    private final String due;
    private final String stillDue;

    /**
     * @param condition after the tables of assets and cities; one parameter: now
     * @param order the longest neglected first
     */
    ReadAssets(String condition, String order) {
        this.due = "select a.asset_id\n%s%s%sorder by %s, a.asset_id limit ?".formatted(FROM, condition, OTHER, order);
        this.stillDue =
                "%s%s%sand a.asset_id = any (?) order by %s, a.asset_id".formatted(ASSET, FROM, condition, order);
    }

    /** The numbers of those that are due, without some, the longest neglected first. */
    List<Long> due(Connection connection, Instant now, Collection<Long> without, int limit) throws SQLException {
        List<Long> assets = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(due)) {
            statement.setObject(1, SqlTime.of(now));
            statement.setArray(2, connection.createArrayOf("bigint", without.toArray()));
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    assets.add(row.getLong("asset_id"));
                }
            }
        }
        return assets;
    }

    /** Those of some that are due, the longest neglected first. */
    List<AssetFacts> stillDue(Connection connection, Instant now, Collection<Long> some) throws SQLException {
        List<AssetFacts> assets = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(stillDue)) {
            statement.setObject(1, SqlTime.of(now));
            statement.setArray(2, connection.createArrayOf("bigint", some.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    assets.add(asset(row));
                }
            }
        }
        return assets;
    }

    private static AssetFacts asset(ResultSet row) throws SQLException {
        return new AssetFacts(
                row.getLong("asset_id"),
                new CityId(row.getString("city_id")),
                ZoneId.of(row.getString("zone")),
                row.getString("kind"),
                Optional.ofNullable(row.getString("district_id")),
                row.getString("reference"),
                List.of((String[]) row.getArray("tags").getArray()),
                json(row.getString("properties")),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getBoolean("retired"));
    }

    /** @param document of a column {@code jsonb}, so it is one */
    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("the database gave what is no JSON", defect);
        }
    }
}
