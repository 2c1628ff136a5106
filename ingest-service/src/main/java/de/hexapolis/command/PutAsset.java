package de.hexapolis.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.registry.AnnounceChange;
import de.hexapolis.registry.AssetRow;
import de.hexapolis.registry.Author;
import de.hexapolis.registry.LockRegistry;
import de.hexapolis.registry.Tally;
import de.hexapolis.registry.UpsertAssets;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code put-asset}. With {@code id}, it changes that asset: what the body leaves out stays as it is. With {@code city}
 * and {@code reference}, it creates the asset or replaces all that is said of it. Further fields: {@code kind, name,
 * longitude, latitude}; optional {@code district, tags, properties, open, retired}.
 */
@ApplicationScoped
class PutAsset implements CommandHandler {
    private final PlatformClock clock;

    PutAsset(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "put-asset";
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Body body = new Body(command.body())
                .knowing(
                        "id",
                        "city",
                        "reference",
                        "kind",
                        "name",
                        "longitude",
                        "latitude",
                        "district",
                        "tags",
                        "properties",
                        "open",
                        "retired");
        LockRegistry.on(connection);
        AssetRow asset = asset(named(connection, command, body));
        check(connection, body, asset);
        Tally tally = UpsertAssets.on(connection, List.of(asset), Author.person(clock.instant()));
        if (tally.changed()) {
            AnnounceChange.on(connection);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("created", tally.created() > 0);
        result.put("changed", tally.changed());
        result.put("asset", RowsAsJson.one(connection, RowsAsJson.ASSET, asset.cityId(), asset.reference()));
        return new Answer.Done(result);
    }

    /** The body with city and reference, and with the asset's other fields if it names an asset by its number. */
    private static Body named(Connection connection, Command command, Body body) throws SQLException, Refusal {
        Optional<Long> id = body.id("id");
        if (id.isEmpty()) {
            return body.over(JsonNodeFactory.instance.objectNode().put("city", CityRight.cityOf(command, body)));
        }
        AssetNames.AssetName name = AssetNames.byId(connection, id.get())
                .orElseThrow(() ->
                        new Refusal(CommandProblem.of(404, "not-found", "there is no asset %d".formatted(id.get()))));
        CityRight.check(command, name.city());
        if (!body.text("city").orElse(name.city()).equals(name.city())) {
            throw body.refusal("city", "asset %d stays in '%s'".formatted(id.get(), name.city()));
        }
        return body.over(RowsAsJson.one(connection, RowsAsJson.ASSET, name.city(), name.reference()))
                .with("reference", name.reference());
    }

    private static AssetRow asset(Body body) throws Refusal {
        return new AssetRow(
                body.required("city"),
                body.required("reference"),
                body.required("kind"),
                body.required("name"),
                body.number("longitude", -180, 180),
                body.number("latitude", -90, 90),
                body.text("district"),
                body.texts("tags"),
                body.free("properties"),
                body.flag("open", true),
                body.flag("retired", false));
    }

    private static void check(Connection connection, Body body, AssetRow asset) throws SQLException, Refusal {
        if (!RowsAsJson.has(connection, RowsAsJson.CITY, asset.cityId())) {
            throw body.refusal("city", "there is no city '%s'".formatted(asset.cityId()));
        }
        if (!RowsAsJson.has(connection, RowsAsJson.KIND, asset.kind())) {
            throw body.refusal("kind", "there is no kind of asset '%s'".formatted(asset.kind()));
        }
        if (asset.districtId().isPresent()
                && !RowsAsJson.has(
                        connection,
                        RowsAsJson.DISTRICT,
                        asset.cityId(),
                        asset.districtId().get())) {
            throw body.refusal(
                    "district",
                    "there is no district '%s'".formatted(asset.districtId().get()));
        }
    }
}
