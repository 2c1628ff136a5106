package de.hexapolis.simulator.fleet;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Devices out of thin air round a centre: six bins of ten, three trees, one beacon; they speak our own JSON. */
public final class GeneratedFleet {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant INSTALLED = Instant.parse("2024-06-01T00:00:00Z");
    private static final double CENTRE_LONGITUDE = 9.6777;
    private static final double CENTRE_LATITUDE = 50.5528;
    private static final double SPREAD_DEGREES = 0.03;

    private GeneratedFleet() {}

    /** The n-th device is always the same one for the same seed, however many there are. */
    public static List<SimulatedDevice> of(CityId city, int devices, long seed) {
        return IntStream.rangeClosed(1, devices)
                .mapToObj(number ->
                        device(city, number, Dice.seeded(seed).with("fleet").with(number)))
                .toList();
    }

    private static SimulatedDevice device(CityId city, int number, Dice dice) {
        String kind = number % 10 < 6 ? "bin" : number % 10 < 9 ? "tree" : "roadworks";
        DeviceId id = NumberedDevice.id(city, number);
        Site site = new Site(
                city,
                ZONE,
                id.value(),
                kind,
                round(CENTRE_LONGITUDE + SPREAD_DEGREES * dice.with("longitude").normal()),
                round(CENTRE_LATITUDE
                        + SPREAD_DEGREES * 0.6 * dice.with("latitude").normal()));
        return new SimulatedDevice(
                id,
                site,
                "",
                SimulatedDevice.Speech.HEXAPOLIS,
                kind.equals("tree") ? Duration.ofHours(1) : Duration.ofMinutes(30),
                INSTALLED,
                Optional.empty());
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
