package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.fleet.Mounting;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.fleet.SimulatedDevice.Speech;
import de.hexapolis.simulator.fleet.Site;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Devices for tests. */
public final class Devices {
    public static final Mounting MOUNTING = new Mounting(1_000, 200);

    private Devices() {}

    public static SimulatedDevice of(String kind, int number) {
        return of(kind, number, "", Speech.HEXAPOLIS);
    }

    public static SimulatedDevice of(String kind, int number, String profile, Speech speech) {
        Site site = new Site(new CityId("fulda"), ZoneId.of("Europe/Berlin"), kind + number, kind, 9.6777, 50.5528);
        return new SimulatedDevice(
                DeviceId.of("a81758fffe%06x".formatted(number)),
                site,
                profile,
                speech,
                Duration.ofMinutes(30),
                Instant.parse("2025-01-01T00:00:00Z"),
                kind.equals("bin") ? Optional.of(MOUNTING) : Optional.empty());
    }
}
