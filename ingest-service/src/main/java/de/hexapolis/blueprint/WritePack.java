package de.hexapolis.blueprint;

import de.hexapolis.registry.Author;
import de.hexapolis.registry.CalibrateDevices;
import de.hexapolis.registry.Consequences;
import de.hexapolis.registry.EndInstallations;
import de.hexapolis.registry.PlaceDevices;
import de.hexapolis.registry.Placement;
import de.hexapolis.registry.RetireAssets;
import de.hexapolis.registry.Tally;
import de.hexapolis.registry.UpsertAssets;
import de.hexapolis.registry.UpsertCities;
import de.hexapolis.registry.UpsertDevices;
import de.hexapolis.registry.UpsertDistricts;
import de.hexapolis.registry.UpsertKinds;
import de.hexapolis.registry.UpsertProfiles;
import de.hexapolis.registry.WriteRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a pack that has no fault: what is new or differs, and nothing else. One thread, used once. */
final class WritePack {
    private final Connection connection;
    private final Pack pack;
    private final Author author;

    WritePack(Connection connection, Pack pack, Author author) {
        this.connection = connection;
        this.pack = pack;
        this.author = author;
    }

    Loading.Loaded run() throws SQLException {
        Map<String, Tally> rows = new LinkedHashMap<>();
        UpsertBlueprint.on(connection, pack, author.at());
        rows.put(
                "cities",
                UpsertCities.on(
                        connection,
                        pack.manifest().city().stream().map(Located::row).toList(),
                        author));
        rows.put("districts", UpsertDistricts.on(connection, Pack.rows(pack.districts()), author));
        rows.put("kinds", UpsertKinds.on(connection, Pack.rows(pack.manifest().kinds()), author));
        rows.put("profiles", UpsertProfiles.on(connection, Pack.rows(pack.profiles()), author));
        rows.put("assets", assets());
        List<PackDevice> devices = Pack.rows(pack.devices());
        rows.put(
                "devices",
                UpsertDevices.on(
                        connection, devices.stream().map(PackDevice::device).toList(), author));
        Consequences consequences = new Consequences();
        install(devices, consequences, rows);
        rows.putAll(WriteRules.on(connection, pack.rules(), pack.manifest().id(), author.at()));
        return new Loading.Loaded(
                pack.manifest().id(), pack.manifest().version(), rows, consequences.drawOn(connection, author.at()));
    }

    private Tally assets() throws SQLException {
        Tally written = UpsertAssets.on(connection, Pack.rows(pack.assets()), author);
        List<String> remaining =
                pack.assets().stream().map(asset -> asset.row().reference()).toList();
        return written.andRetired(RetireAssets.on(connection, pack.manifest().id(), remaining, author.at()));
    }

    private void install(List<PackDevice> devices, Consequences consequences, Map<String, Tally> rows)
            throws SQLException {
        List<Placement> placements = devices.stream().map(PackDevice::placement).toList();
        PlaceDevices.Placed placed = PlaceDevices.on(connection, placements, author);
        CalibrateDevices.Calibrated calibrated = CalibrateDevices.on(connection, placed, author);
        List<String> remaining =
                devices.stream().map(device -> device.device().deviceKey()).toList();
        EndInstallations.Ended ended =
                EndInstallations.on(connection, pack.manifest().id(), remaining, author.at());
        rows.put("installations", placed.tally().andRetired(ended.installations()));
        rows.put("calibrations", calibrated.tally());
        consequences.addAll(placed.consequences());
        consequences.addAll(calibrated.consequences());
        consequences.addAll(ended.consequences());
    }
}
