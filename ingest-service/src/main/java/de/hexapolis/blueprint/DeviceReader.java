package de.hexapolis.blueprint;

import de.hexapolis.registry.Calibration;
import de.hexapolis.registry.DeviceRow;
import de.hexapolis.registry.Placement;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads devices.csv: each device with where it is installed. Stateless. */
final class DeviceReader {
    static final String FILE = "devices.csv";

    private static final List<String> REQUIRED = List.of("device", "profile", "asset", "installed_from");
    private static final Set<String> OPTIONAL =
            Set.of("expected_interval", "distance_empty_mm", "distance_full_mm", "format");
    private static final Set<String> FORMATS = Set.of("hexapolis", "the-things-stack", "chirpstack");

    private DeviceReader() {}

    static List<Located<PackDevice>> read(PackFiles files, String city, Problems problems) {
        if (!files.has(FILE)) {
            return List.of();
        }
        List<Located<PackDevice>> devices = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        List<Fields> rows = files.text(FILE, problems)
                .map(text -> CsvTable.read(
                        FILE,
                        text,
                        REQUIRED,
                        column -> REQUIRED.contains(column) || OPTIONAL.contains(column),
                        problems))
                .orElse(List.of());
        for (Fields fields : rows) {
            Located<PackDevice> device = device(fields, city);
            Integer before = lines.putIfAbsent(device.row().device().deviceKey(), device.line());
            if (before != null) {
                fields.refuse("device", "this device is in line %d already".formatted(before));
            }
            if (fields.isWhole()) {
                devices.add(device);
            }
        }
        return devices;
    }

    private static Located<PackDevice> device(Fields fields, String city) {
        String key = key(fields);
        Instant from = fields.requiredInstant("installed_from");
        if (!FORMATS.contains(fields.text("format").orElse("hexapolis"))) {
            fields.refuse("format", "is none of hexapolis, the-things-stack, chirpstack");
        }
        DeviceRow device = new DeviceRow(
                key,
                Optional.of(city),
                fields.text("profile"),
                fields.seconds("expected_interval", DeviceRow.USUAL_INTERVAL_SECONDS));
        return fields.located(new PackDevice(
                device,
                new Placement(key, city, fields.required("asset"), from, Optional.empty(), calibration(fields, from))));
    }

    private static String key(Fields fields) {
        String text = fields.required("device");
        try {
            return text.isEmpty() ? text : DeviceId.of(text).value();
        } catch (IllegalArgumentException notOne) {
            fields.refuse("device", "is neither a DevEUI nor a serial number of letters, digits, '.', '_' and '-'");
            return text;
        }
    }

    private static Optional<Calibration> calibration(Fields fields, Instant from) {
        Optional<Double> empty = fields.number("distance_empty_mm", 0, 50_000);
        Optional<Double> full = fields.number("distance_full_mm", 0, 50_000);
        if (empty.isEmpty() && full.isEmpty()) {
            return Optional.empty();
        }
        if (empty.isEmpty() || full.isEmpty() || empty.get() <= full.get()) {
            fields.refuse("distance_empty_mm", "must be there with distance_full_mm, and be greater");
            return Optional.empty();
        }
        return Optional.of(new Calibration(from, empty.get(), full.get()));
    }
}
