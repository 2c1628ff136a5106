package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Installs devices where placements say. A person's placement without an end lasts until the next known one, and is one
 * stay with those at the same asset that it touches, whose calibrations it keeps; a blueprint's lasts for good, and what
 * the blueprint said of a later time before goes. Stateless.
 */
public final class PlaceDevices {
    private PlaceDevices() {}

    /** @param placements each device once; of devices and assets that exist */
    public static Placed on(Connection connection, Collection<Placement> placements, Author author)
            throws SQLException {
        boolean isPerson = author.blueprint().isEmpty();
        List<PlacedDevice> devices = new ArrayList<>();
        List<WriteStays.Gone> gone = new ArrayList<>();
        List<WriteStays.Written> written = new ArrayList<>();
        Consequences consequences = new Consequences();
        Tally tally = Tally.NONE;
        for (PlacedDevice device : ReadPlacedDevices.on(connection, placements, author)) {
            Stay wanted =
                    isPerson ? device.wanted().untilNextOf(device.stays()).joinedWith(device.stays()) : device.wanted();
            Function<Stay, WriteStays.Gone> leave = stay -> isPerson && wanted.absorbs(stay)
                    ? WriteStays.Gone.into(wanted, stay, device)
                    : WriteStays.Gone.of(stay, device);
            Optional<Instant> changedFrom =
                    difference(device, wanted.within(device.stays()), stay -> gone.add(leave.apply(stay)), written);
            changedFrom.ifPresent(from -> consequences.add(device.deviceId(), from));
            tally = tally.plus(outcome(device, changedFrom.isPresent()));
            devices.add(device.within(wanted));
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
            PlacedDevice device, List<Stay> after, Consumer<Stay> gone, List<WriteStays.Written> written) {
        Map<Instant, Stay> before = device.stays().stream().collect(Collectors.toMap(Stay::from, Function.identity()));
        Map<Instant, Stay> now = after.stream().collect(Collectors.toMap(Stay::from, Function.identity()));
        List<Stay> goneStays = device.stays().stream()
                .filter(stay -> !now.containsKey(stay.from()))
                .toList();
        List<Stay> newStays = after.stream()
                .filter(stay -> !stay.equals(before.get(stay.from())))
                .toList();
        goneStays.forEach(gone);
        newStays.forEach(stay ->
                written.add(new WriteStays.Written(device.deviceId(), stay.assetId(), stay.from(), stay.until())));
        return Stream.concat(goneStays.stream(), newStays.stream())
                .map(Stay::from)
                .min(Instant::compareTo);
    }

    /**
     * What {@link PlaceDevices} did.
     *
     * @param devices each with the beginning of the stay that it has now
     */
    public record Placed(Collection<PlacedDevice> devices, Tally tally, Consequences consequences) {}
}
