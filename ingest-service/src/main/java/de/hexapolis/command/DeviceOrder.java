package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.Calibration;
import de.hexapolis.registry.DeviceRow;
import de.hexapolis.registry.Placement;
import de.hexapolis.telemetry.DeviceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of {@code put-device}, checked. Immutable.
 *
 * @param replaced the device that was at the same asset before, whose installation ends where this one's begins
 */
record DeviceOrder(DeviceRow device, Optional<Placement> placement, Optional<DeviceId> replaced) {
    static DeviceOrder of(Connection connection, Command command, Instant now) throws SQLException, Refusal {
        Body said = new Body(command.body())
                .knowing("device", "city", "profile", "expected_interval", "installation", "replaces");
        DeviceId key = said.device("device").orElseThrow(() -> said.refusal("device", "is missing"));
        JsonNode before = RowsAsJson.one(connection, RowsAsJson.DEVICE, key.value());
        CityRight.checkRow(command, before);
        Body body = said.over(before);
        String city = CityRight.cityOf(command, body);
        if (!RowsAsJson.has(connection, RowsAsJson.CITY, city)) {
            throw body.refusal("city", "there is no city '%s'".formatted(city));
        }
        Optional<String> profile = body.text("profile");
        if (profile.isPresent() && !RowsAsJson.has(connection, RowsAsJson.PROFILE, profile.get())) {
            throw body.refusal("profile", "there is no device profile '%s'".formatted(profile.get()));
        }
        DeviceRow device = new DeviceRow(
                key.value(),
                Optional.of(city),
                profile,
                body.seconds("expected_interval", DeviceRow.USUAL_INTERVAL_SECONDS));
        Optional<Body> installation = body.object("installation");
        Optional<Placement> placement = installation.isPresent()
                ? Optional.of(placement(
                        connection,
                        command,
                        device,
                        installation.get().knowing("asset", "from", "until", "calibration"),
                        now))
                : Optional.empty();
        return new DeviceOrder(device, placement, replaced(connection, command, body, placement));
    }

    /** Nobody's stay is ended by mistake: the replaced device must be where the new one comes to. */
    private static Optional<DeviceId> replaced(
            Connection connection, Command command, Body body, Optional<Placement> placement)
            throws SQLException, Refusal {
        Optional<DeviceId> replaced = body.device("replaces");
        if (replaced.isEmpty()) {
            return replaced;
        }
        String key = replaced.get().value();
        if (placement.isEmpty()) {
            throw body.refusal("replaces", "needs an 'installation': where and when '%s' is replaced".formatted(key));
        }
        if (key.equals(placement.get().deviceKey())) {
            throw body.refusal("replaces", "'%s' is the device itself".formatted(key));
        }
        JsonNode row = RowsAsJson.one(connection, RowsAsJson.DEVICE, key);
        if (row.isMissingNode()) {
            throw body.refusal("replaces", "there is no device '%s'".formatted(key));
        }
        CityRight.checkRow(command, row);
        String from = placement.get().from().toString();
        String asset = placement.get().reference();
        if (!RowsAsJson.has(connection, RowsAsJson.STAY, key, placement.get().cityId(), asset, from, from)) {
            throw body.refusal("replaces", "'%s' is not installed at '%s' before %s".formatted(key, asset, from));
        }
        return replaced;
    }

    private static Placement placement(
            Connection connection, Command command, DeviceRow device, Body installation, Instant now)
            throws SQLException, Refusal {
        AssetNames.AssetName asset = asset(connection, command, device.cityId().orElseThrow(), installation);
        Instant from = installation.instant("from").orElse(now);
        Optional<Instant> until = installation.instant("until");
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw installation.refusal("until", "must be after 'from'");
        }
        return new Placement(
                device.deviceKey(), asset.city(), asset.reference(), from, until, calibration(installation, from));
    }

    private static AssetNames.AssetName asset(Connection connection, Command command, String city, Body installation)
            throws SQLException, Refusal {
        String named = installation.required("asset");
        Optional<AssetNames.AssetName> asset = AssetNames.byReference(connection, city, named);
        if (asset.isEmpty() && named.matches("\\d{1,18}")) {
            asset = AssetNames.byId(connection, Long.parseLong(named));
        }
        if (asset.isEmpty()) {
            throw installation.refusal("asset", "there is no asset '%s' in '%s'".formatted(named, city));
        }
        CityRight.check(command, asset.get().city());
        return asset.get();
    }

    private static Optional<Calibration> calibration(Body installation, Instant from) throws Refusal {
        Optional<Body> calibration = installation.object("calibration");
        if (calibration.isEmpty()) {
            return Optional.empty();
        }
        calibration.get().knowing("distance_empty_mm", "distance_full_mm", "valid_from");
        double empty = calibration.get().number("distance_empty_mm", 0, 50_000);
        double full = calibration.get().number("distance_full_mm", 0, 50_000);
        Instant validFrom = calibration.get().instant("valid_from").orElse(from);
        if (empty <= full) {
            throw calibration.get().refusal("distance_empty_mm", "must be greater than distance_full_mm");
        }
        return Optional.of(new Calibration(validFrom, empty, full));
    }
}
