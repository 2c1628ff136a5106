package de.hexapolis.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was heard since somebody last wrote it down, kept in memory: for the path of messages this is all that it costs.
 * Names of gateways come from outside, so both maps are bounded: at the bound, new ones are not noted until what is there
 * was written down. Thread-safe.
 */
public final class Heard {
    static final String SOURCE = "source:";
    static final String GATEWAY = "gateway:";

    private static final int MOST_SUBJECTS = 20_000;
    private static final int MOST_ROUTES = 200_000;
    /** So often a route is written down. */
    private static final Duration RENEWED_EACH = Duration.ofDays(1);

    private final Map<String, Instant> subjects = new ConcurrentHashMap<>();
    private final Map<Route, Instant> routes = new ConcurrentHashMap<>();
    /** When routes were noted that need not be noted again for a day. */
    private final Map<Route, Instant> known = new ConcurrentHashMap<>();

    /**
     * A way that a device's messages take. Immutable.
     *
     * @param gateway empty: none is named
     */
    public record Route(long deviceId, String source, String gateway) {}

    /**
     * What was heard, and when last. Immutable.
     *
     * @param subjects such as {@code source:things-stack} and {@code gateway:a84041ffff000001}
     */
    public record Since(Map<String, Instant> subjects, Map<Route, Instant> routes) {
        public Since {
            subjects = Map.copyOf(subjects);
            routes = Map.copyOf(routes);
        }
    }

    /** A message came from a source, whatever is in it. */
    public void source(String source, Instant at) {
        note(subjects, MOST_SUBJECTS, SOURCE + source, at);
    }

    /** A device was heard. */
    public void device(long device, String source, Optional<String> gateway, Instant at) {
        gateway.ifPresent(name -> note(subjects, MOST_SUBJECTS, GATEWAY + name, at));
        Route route = new Route(device, source, gateway.orElse(""));
        Instant before = known.get(route);
        if (before == null || before.plus(RENEWED_EACH).isBefore(at)) {
            if (known.size() >= MOST_ROUTES) {
                known.clear();
            }
            known.put(route, at);
            note(routes, MOST_ROUTES, route, at);
        }
    }

    private static <K> void note(Map<K, Instant> map, int most, K key, Instant at) {
        if (map.size() < most || map.containsKey(key)) {
            map.merge(key, at, Heard::later);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Takes it out, to be written down. */
    public Since take() {
        return new Since(emptied(subjects), emptied(routes));
    }

    private static <K> Map<K, Instant> emptied(Map<K, Instant> map) {
        Map<K, Instant> taken = new HashMap<>();
        for (K key : List.copyOf(map.keySet())) {
            Instant at = map.remove(key);
            if (at != null) {
                taken.put(key, at);
            }
        }
        return taken;
    }

    /** Puts back what could not be written down. */
    public void putBack(Since since) {
        since.subjects().forEach((subject, at) -> note(subjects, MOST_SUBJECTS, subject, at));
        since.routes().forEach((route, at) -> note(routes, MOST_ROUTES, route, at));
    }
}
