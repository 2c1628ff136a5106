package de.hexapolis.command;

import de.hexapolis.registry.AnnounceChange;
import de.hexapolis.registry.Author;
import de.hexapolis.registry.CalibrateDevices;
import de.hexapolis.registry.ClaimDevice;
import de.hexapolis.registry.Consequences;
import de.hexapolis.registry.LockRegistry;
import de.hexapolis.registry.PlaceDevices;
import de.hexapolis.registry.RemoveDevice;
import de.hexapolis.registry.Tally;
import de.hexapolis.registry.UpsertDevices;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code put-device}: registers a device, or changes what the body says of it. Body: {@code device, city}; optional
 * {@code profile, expected_interval, installation {asset (reference or number), from, until, calibration
 * {distance_empty_mm, distance_full_mm, valid_from}}, replaces}. Readings that came before follow the installation: they
 * move, and fill levels are computed again.
 */
@ApplicationScoped
class PutDevice implements CommandHandler {
    private final PlatformClock clock;

    PutDevice(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "put-device";
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LockRegistry.on(connection);
        DeviceOrder order = DeviceOrder.of(connection, command, now);
        String key = order.device().deviceKey();
        Author person = Author.person(now);
        Tally device = UpsertDevices.on(connection, List.of(order.device()), person);
        Consequences consequences = new Consequences();
        boolean installed = install(connection, order, person, consequences);
        long touched = consequences.drawOn(connection, now);
        if (device.changed() || installed) {
            ClaimDevice.on(connection, key);
            AnnounceChange.on(connection);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("created", device.created() > 0);
        result.put("changed", device.changed() || installed);
        result.put("observations_touched", touched);
        result.put("device", RowsAsJson.one(connection, RowsAsJson.DEVICE, key));
        return new Answer.Done(result);
    }

    private static boolean install(Connection connection, DeviceOrder order, Author person, Consequences consequences)
            throws SQLException {
        if (order.placement().isEmpty()) {
            return false;
        }
        boolean removed = false;
        if (order.replaced().isPresent()) {
            Consequences ofRemoval = RemoveDevice.on(
                    connection,
                    order.replaced().get().value(),
                    order.placement().get());
            removed = !ofRemoval.isEmpty();
            consequences.addAll(ofRemoval);
        }
        PlaceDevices.Placed placed =
                PlaceDevices.on(connection, List.of(order.placement().get()), person);
        CalibrateDevices.Calibrated calibrated = CalibrateDevices.on(connection, placed, person);
        consequences.addAll(placed.consequences());
        consequences.addAll(calibrated.consequences());
        return removed || placed.tally().changed() || calibrated.tally().changed();
    }
}
