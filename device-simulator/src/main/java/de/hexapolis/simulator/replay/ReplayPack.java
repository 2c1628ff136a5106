package de.hexapolis.simulator.replay;

import de.hexapolis.simulator.fleet.PrintedPack;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** The blueprint pack that registers the devices of a recording. */
final class ReplayPack {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofHours(1);

    private ReplayPack() {}

    /** @param moved how far the times are moved when the recording is sent */
    static PrintedPack of(CityId city, ZoneId zone, Recording recording, Duration moved) {
        List<Measurement> all = recording.measurements();
        Instant recorded = all.get(0).observedAt();
        Instant sent = recorded.plus(moved);
        Instant earlier = recorded.isBefore(sent) ? recorded : sent;
        List<DeviceId> devices = all.stream()
                .map(Measurement::device)
                .distinct()
                .sorted(Comparator.comparing(DeviceId::value))
                .toList();
        return new PrintedPack(
                city,
                zone,
                "replay",
                new PrintedPack.Title("Aufzeichnung", "Recording"),
                new PrintedPack.Installed(
                        kind(all.get(0).quantity()),
                        "R",
                        "Recorded",
                        earlier.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS),
                        interval(all, devices.size())),
                devices);
    }

    private static String kind(Quantity quantity) {
        return quantity.wireName().startsWith("soil_") ? "tree" : "bin";
    }

    /** How often a device usually reports, in whole minutes. */
    private static Duration interval(List<Measurement> all, int devices) {
        Duration whole = Duration.between(
                all.get(0).observedAt(), all.get(all.size() - 1).observedAt());
        int gaps = all.size() / devices - 1;
        if (gaps < 1 || whole.isZero()) {
            return USUAL;
        }
        Duration usual = whole.dividedBy(gaps).truncatedTo(ChronoUnit.MINUTES);
        return usual.compareTo(SHORTEST) < 0 ? SHORTEST : usual;
    }
}
