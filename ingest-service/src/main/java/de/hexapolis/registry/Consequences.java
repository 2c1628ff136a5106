package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The devices whose readings a change of installations or calibrations concerns, each from an instant on. Drawing the
 * consequences moves readings, events and position fixes to the asset at which the device was, computes fill levels
 * again, leaves marks and latest values as if all had been registered in time, and the assets to be judged. One thread.
 */
public final class Consequences {
    record Affected(long deviceId, Instant changedFrom) {}

    private final Map<Long, Instant> changedFrom = new TreeMap<>();

    void add(long deviceId, Instant from) {
        changedFrom.merge(deviceId, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    public void addAll(Consequences others) {
        others.changedFrom.forEach(this::add);
    }

    public boolean isEmpty() {
        return changedFrom.isEmpty();
    }

    /**
     * Draws them, within the transaction of the change.
     *
     * @param now the platform's time
     * @return how many observations were moved, computed again or judged otherwise
     */
    public long drawOn(Connection connection, Instant now) throws SQLException {
        if (isEmpty()) {
            return 0;
        }
        List<Affected> affected = changedFrom.entrySet().stream()
                .map(entry -> new Affected(entry.getKey(), entry.getValue()))
                .toList();
        TouchedObservations.begin(connection, affected);
        MoveReadings.on(connection);
        MoveEventsAndPositions.on(connection);
        JudgeHomelessReadings.on(connection);
        ComputeFillLevels.on(connection);
        long touched = TouchedObservations.settle(connection, now);
        DueAssets.ofAffectedDevices(connection, now);
        return touched;
    }
}
