package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks, while a PUBACK is held up on the wire, whether its message's rows are there for everybody. Thread-safe. */
final class StoredWitness implements BiConsumer<String, String> {
    private static final Pattern DEVICE = Pattern.compile("v1/([^/]+)/([^/]+)/telemetry");
    private static final Pattern OBSERVED_AT = Pattern.compile("\"observed_at\":\"([^\"]+)\"");
    private static final String ROWS =
            """
            select count(*) from observation o
            join series s on s.series_id = o.series_id
            join device d on d.device_id = s.device_id
            where d.device_key = ? and o.observed_at = ?::timestamptz
            """;

    private final DatabaseAddress database;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final List<String> unseen = new CopyOnWriteArrayList<>();

    StoredWitness(DatabaseAddress database) {
        this.database = database;
    }

    @Override
    public void accept(String topic, String payload) {
        Matcher device = DEVICE.matcher(topic);
        Matcher observedAt = OBSERVED_AT.matcher(payload);
        if (!device.find() || !observedAt.find() || !isStored(device.group(2), observedAt.group(1))) {
            unseen.add(topic + " " + payload);
            return;
        }
        seen.merge(device.group(1), 1, Integer::sum);
    }

    /** Acknowledged messages of a city that were stored. */
    int seen(String city) {
        return seen.getOrDefault(city, 0);
    }

    /** Acknowledged messages that were not. */
    List<String> unseen() {
        return List.copyOf(unseen);
    }

    private boolean isStored(String device, String observedAt) {
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, device);
            statement.setString(2, observedAt);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) > 0;
            }
        } catch (SQLException unknown) {
            return false;
        }
    }
}
