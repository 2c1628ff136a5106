package de.hexapolis.delivery;

import de.hexapolis.delivery.InsertDeliveries.Planned;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Finds for new notices the channels that want them; one transaction for some hundred. Thread-safe. */
final class Spread {
    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final Clock clock;
    private final DeliveryMeters meters;

    Spread(DataSource database, Clock clock, DeliveryMeters meters) {
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Spreads what is new.
     *
     * @return how many notices; a full hand: there may be more
     * @throws SQLException if the database is away; nothing is spread then
     */
    int round() throws SQLException {
        List<Owed> owed = new ArrayList<>();
        List<Told> notices = Transactions.in(database, connection -> {
            List<Told> untold = ReadUntold.on(connection, AT_ONCE);
            if (!untold.isEmpty()) {
                owed.addAll(owed(connection, untold));
                InsertDeliveries.on(
                        connection, untold, owed.stream().map(Owed::row).toList());
            }
            return untold;
        });
        owed.forEach(each -> meters.spread(each.kind));
        meters.told(notices);
        return notices.size();
    }

    boolean isFull(int notices) {
        return notices == AT_ONCE;
    }

    private List<Owed> owed(Connection connection, List<Told> notices) throws SQLException {
        Set<String> cities = new TreeSet<>();
        notices.forEach(each -> cities.add(each.city()));
        List<Listener> listeners = ReadListeners.on(connection, cities);
        Map<String, CrewHours> hours = ReadHours.on(connection, cities);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Owed> owed = new ArrayList<>();
        for (Told notice : notices) {
            for (Listener listener : listeners) {
                if (notice.concerns(listener)) {
                    CrewHours of = hours.getOrDefault(
                            notice.city() + "/" + listener.crew().orElse(Told.STAFF), CrewHours.ALWAYS);
                    Instant notBefore = notice.notBefore(listener, of, now);
                    owed.add(
                            new Owed(listener.kind(), new Planned(notice.noticeId(), listener.channelId(), notBefore)));
                }
            }
        }
        return owed;
    }

    private record Owed(ChannelKind kind, Planned row) {}
}
