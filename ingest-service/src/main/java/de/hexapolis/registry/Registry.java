package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The newest view of the registry that this replica has, and the ids of series. A view grows old when somebody changes
 * the registry; whoever writes under it compares {@link RegistryView#version()} within his transaction and calls
 * {@link #refresh()} if it differs. Thread-safe.
 */
@ApplicationScoped
public class Registry {
    /** Series that a device may have at one asset: twelve depths of four quantities, and some to spare. */
    public static final int MOST_SERIES = 64;

    /** Series whose ids are kept: those of 100,000 bins with five quantities. About 100 bytes each. */
    private static final int MOST_CACHED_SERIES = 500_000;

    /** Of what is kept one in so many goes when there are more: which ones does not matter where all come in turn. */
    private static final int MAKING_ROOM = 8;

    private static final RegistryView NOTHING = new RegistryView(0, Map.of(), Map.of());

    private final DataSource database;
    private final RegistryLoader loader;
    private final Map<SeriesKey, Integer> seriesIds = new ConcurrentHashMap<>();
    private volatile @Nullable RegistryView view;
    /** The view may be of another database than the one that answers now. */
    private volatile boolean doubtful;

    @Inject
    public Registry(
            DataSource database,
            @ConfigProperty(name = "hexapolis.retention.raw", defaultValue = "P400D") Duration rawRetention) {
        this(database, DeviceProfile::parse, rawRetention);
    }

    /** @param rawRetention the platform's; a city may keep less */
    public Registry(DataSource database, ProfileParser parser, Duration rawRetention) {
        this.database = database;
        this.loader = new RegistryLoader(database, parser, (int) rawRetention.toDays());
    }

    /**
     * The view at hand, loaded if there is none yet or {@link #doubt} has been cast on it.
     *
     * @throws RegistryUnavailable if it is to be loaded and the database does not answer
     */
    public RegistryView current() {
        RegistryView known = view;
        return known != null && !doubtful ? known : loadOnce();
    }

    /**
     * The database was away. It may come back as a replica or a backup, which never had some of the series and may give
     * their ids to others: what is known of it is read again before it is used.
     */
    public void doubt() {
        doubtful = true;
        seriesIds.clear();
    }

    /**
     * Loads a new view, which is the current one from then on.
     *
     * @throws RegistryUnavailable if the database does not answer; whether the current view still holds is in doubt
     */
    public synchronized RegistryView refresh() {
        RegistryView before = view;
        // before it is read: an outage meanwhile makes this view doubtful too
        doubtful = false;
        try {
            RegistryView loaded = loader.load(before == null ? NOTHING : before);
            view = loaded;
            return loaded;
        } catch (SQLException failure) {
            doubtful = true;
            throw new RegistryUnavailable("cannot load the registry", failure);
        }
    }

    /**
     * The ids of series, of which missing ones are created at once, in a transaction of their own.
     *
     * @return without those that would be more than {@link #MOST_SERIES} of a device
     * @throws RegistryUnavailable if the database does not answer or refuses (an asset or device that is gone)
     */
    public Map<SeriesKey, Integer> seriesIds(Collection<SeriesKey> keys) {
        Map<SeriesKey, Integer> found = new HashMap<>();
        for (SeriesKey key : keys) {
            Integer id = seriesIds.get(key);
            if (id != null) {
                found.put(key, id);
            }
        }
        List<SeriesKey> missing = keys.stream()
                .filter(key -> !found.containsKey(key))
                .distinct()
                .sorted(SeriesKey.ORDER)
                .toList();
        if (!missing.isEmpty()) {
            found.putAll(findOrCreate(missing));
        }
        return found;
    }

    private Map<SeriesKey, Integer> findOrCreate(List<SeriesKey> missing) {
        try (Connection connection = database.getConnection()) {
            Map<SeriesKey, Integer> ids = FindOrCreateSeries.on(connection, missing);
            if (seriesIds.size() + ids.size() > MOST_CACHED_SERIES) {
                makeRoom();
            }
            seriesIds.putAll(ids);
            return ids;
        } catch (SQLException failure) {
            throw new RegistryUnavailable("cannot find or create series", failure);
        }
    }

    private void makeRoom() {
        AtomicInteger place = new AtomicInteger();
        seriesIds.keySet().removeIf(key -> place.incrementAndGet() % MAKING_ROOM == 0);
    }

    private synchronized RegistryView loadOnce() {
        RegistryView known = view;
        return known != null && !doubtful ? known : refresh();
    }
}
