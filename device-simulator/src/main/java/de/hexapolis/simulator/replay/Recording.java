package de.hexapolis.simulator.replay;

import de.hexapolis.simulator.fleet.Table;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** What a CSV file holds: one measurement a row, in the order of their times. */
record Recording(List<Measurement> measurements) {
    /**
     * Where in the file what stands, and what a number there means: {@code value * factor + offset} in the quantity's
     * unit.
     *
     * @param timeOfDay of a row that names but a day
     */
    record Columns(
            String device,
            String time,
            String value,
            Quantity quantity,
            double factor,
            double offset,
            ZoneId zone,
            LocalTime timeOfDay) {}

    /** @throws de.hexapolis.simulator.console.BadInput naming file, line, column and value */
    static Recording read(Path file, CityId city, Columns columns) {
        List<Measurement> all = Table.read(file).map(row -> measurement(row, city, columns));
        return new Recording(all.stream()
                .sorted(Comparator.comparing(Measurement::observedAt)
                        .thenComparing(one -> one.device().value()))
                .toList());
    }

    private static Measurement measurement(Table.Row row, CityId city, Columns columns) {
        return new Measurement(
                DeviceId.of(city + "-" + row.required(columns.device)),
                columns.quantity,
                Channel.ONLY,
                instant(row.required(columns.time), columns),
                row.number(columns.value) * columns.factor + columns.offset);
    }

    /** RFC 3339, a local time, a day, or seconds since 1970. */
    private static Instant instant(String text, Columns columns) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text)
                    .atTime(columns.timeOfDay)
                    .atZone(columns.zone)
                    .toInstant();
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(columns.zone).toInstant();
    }
}
