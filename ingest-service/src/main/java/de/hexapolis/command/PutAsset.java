package de.hexapolis.command;

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
 * {@code put-asset}: creates the asset or replaces all that is said of it. Body: {@code city} and {@code reference}, or
 * {@code asset_id}; {@code kind, name, longitude, latitude}; optional {@code district, tags, properties, open, retired}.
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
        Body body = new Body(command.body());
        LockRegistry.on(connection);
        AssetRow asset = asset(connection, command, body);
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

    private static AssetRow asset(Connection connection, Command command, Body body) throws SQLException, Refusal {
        String city;
        String reference;
        Optional<Long> id = body.id("asset_id");
        if (id.isPresent()) {
            AssetNames.AssetName name = AssetNames.byId(connection, id.get())
                    .orElseThrow(() -> new Refusal(
                            CommandProblem.of(404, "not-found", "there is no asset %d".formatted(id.get()))));
            CityRight.check(command, name.city());
            city = name.city();
            reference = name.reference();
        } else {
            city = CityRight.cityOf(command, body);
            reference = body.required("reference");
        }
        return new AssetRow(
                city,
                reference,
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
