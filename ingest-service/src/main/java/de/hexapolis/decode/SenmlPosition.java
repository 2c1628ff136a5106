package de.hexapolis.decode;

import de.hexapolis.profile.Excerpt;
import de.hexapolis.telemetry.PositionFix;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Positions in SenML: two records of one time, with the units {@code lat} and {@code lon}. */
final class SenmlPosition {
    private SenmlPosition() {}

    static boolean isPart(SenmlRecord record) {
        return record.unit().equals("lat") || record.unit().equals("lon");
    }

    static void read(List<SenmlRecord> records, Parts parts) {
        Map<Instant, SenmlRecord> longitudes = records.stream()
                .filter(record -> record.unit().equals("lon"))
                .collect(Collectors.toMap(SenmlRecord::observedAt, record -> record, (first, second) -> first));
        for (SenmlRecord latitude : records) {
            if (latitude.unit().equals("lat")) {
                SenmlRecord longitude = longitudes.remove(latitude.observedAt());
                if (longitude == null) {
                    parts.refuse(RejectReason.INVALID_READING, latitude.place() + ": a latitude without longitude");
                } else {
                    read(latitude, longitude, parts);
                }
            }
        }
        longitudes
                .values()
                .forEach(longitude -> parts.refuse(
                        RejectReason.INVALID_READING, longitude.place() + ": a longitude without latitude"));
    }

    private static void read(SenmlRecord latitude, SenmlRecord longitude, Parts parts) {
        if (!Field.isWithin(latitude.value(), -90, 90) || !Field.isWithin(longitude.value(), -180, 180)) {
            parts.refuse(
                    RejectReason.INVALID_READING,
                    "%s: %s, %s is not a position on earth"
                            .formatted(
                                    latitude.place(),
                                    Excerpt.quoted(latitude.value()),
                                    Excerpt.quoted(longitude.value())));
            return;
        }
        parts.positions.add(new PositionFix(
                parts.device(),
                latitude.observedAt(),
                longitude.value().doubleValue(),
                latitude.value().doubleValue(),
                OptionalDouble.empty()));
    }
}
