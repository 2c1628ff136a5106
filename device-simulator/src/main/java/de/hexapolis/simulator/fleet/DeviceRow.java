package de.hexapolis.simulator.fleet;

import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** A row of devices.csv. */
final class DeviceRow {
    private DeviceRow() {}

    /** @throws IllegalArgumentException naming the field and the value */
    static SimulatedDevice parse(Table.Row row, Map<String, Site> sites) {
        Site site = Optional.ofNullable(sites.get(row.required("asset")))
                .orElseThrow(
                        () -> new IllegalArgumentException("asset: no such asset: '%s'".formatted(row.text("asset"))));
        SimulatedDevice.Speech speech = SimulatedDevice.Speech.of(row.text("format"))
                .orElseThrow(
                        () -> new IllegalArgumentException("format: not known: '%s'".formatted(row.text("format"))));
        String interval = row.text("expected_interval");
        return new SimulatedDevice(
                DeviceId.of(row.required("device")),
                site,
                row.text("profile"),
                speech,
                interval.isEmpty() ? Duration.ofHours(1) : Duration.parse(interval),
                installedFrom(row.required("installed_from"), site.zone()),
                mounting(row));
    }

    private static Optional<Mounting> mounting(Table.Row row) {
        return row.text("distance_empty_mm").isEmpty()
                ? Optional.empty()
                : Optional.of(new Mounting(row.number("distance_empty_mm"), row.number("distance_full_mm")));
    }

    /** An instant with its offset, or a local day. */
    private static Instant installedFrom(String text, ZoneId zone) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
}
