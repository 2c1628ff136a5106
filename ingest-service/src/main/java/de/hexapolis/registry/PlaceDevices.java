package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Installs devices where placements say. A person's placement without an end lasts until the next known one; a
 * blueprint's lasts for good, and what the blueprint said of a later time before goes. Stateless.
 */
public final class PlaceDevices {
    private PlaceDevices() {}

    /** @param placements each device once; of devices and assets that exist */
    public static Placed on(Connection connection, Collection<Placement> placements, Author author)
            throws SQLException {
        List<PlacedDevice> devices = ReadPlacedDevices.on(connection, placements, author);
        List<WriteStays.Gone> gone = new ArrayList<>();
        List<WriteStays.Written> written = new ArrayList<>();
        Consequences consequences = new Consequences();
        Tally tally = Tally.NONE;
        for (PlacedDevice device : devices) {
            Stay wanted = author.blueprint().isPresent()
                    ? device.wanted()
                    : device.wanted().untilNextOf(device.stays());
            Optional<Instant> changedFrom = difference(device, wanted.within(device.stays()), gone, written);
            changedFrom.ifPresent(from -> consequences.add(device.deviceId(), from));
            tally = tally.plus(outcome(device, changedFrom.isPresent()));
        }
        WriteStays.on(connection, gone, written);
        return new Placed(devices, tally, consequences);
    }

    private static Tally outcome(PlacedDevice device, boolean changed) {
        if (!changed) {
            return new Tally(0, 0, 1, 0, 0);
        }
        return device.stays().isEmpty() ? new Tally(1, 0, 0, 0, 0) : new Tally(0, 1, 0, 0, 0);
    }

    /** @return the earliest instant at which the stays differ */
    private static Optional<Instant> difference(
            PlacedDevice device, List<Stay> after, List<WriteStays.Gone> gone, List<WriteStays.Written> written) {
        Map<Instant, Stay> before = device.stays().stream().collect(Collectors.toMap(Stay::from, Function.identity()));
        Map<Instant, Stay> now = after.stream().collect(Collectors.toMap(Stay::from, Function.identity()));
        List<Stay> goneStays = device.stays().stream()
                .filter(stay -> !now.containsKey(stay.from()))
                .toList();
        List<Stay> newStays = after.stream()
                .filter(stay -> !stay.equals(before.get(stay.from())))
                .toList();
        goneStays.forEach(stay -> gone.add(new WriteStays.Gone(device.deviceId(), stay.from())));
        newStays.forEach(stay ->
                written.add(new WriteStays.Written(device.deviceId(), stay.assetId(), stay.from(), stay.until())));
        return Stream.concat(goneStays.stream(), newStays.stream())
                .map(Stay::from)
                .min(Instant::compareTo);
    }

    /** What {@link PlaceDevices} did. */
    public record Placed(Collection<PlacedDevice> devices, Tally tally, Consequences consequences) {}
}
