package de.hexapolis.trials.receivers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that one receiver has heard so far. Thread-safe. */
public final class Hearing {
    private final List<Told> all = new ArrayList<>();
    private final Map<Long, Long> firstOfAlert = new HashMap<>();
    private int unreadable;

    void take(byte[] event) {
        long now = System.nanoTime();
        try {
            keep(Told.parse(event, now));
        } catch (IllegalArgumentException notOne) {
            countUnreadable();
        }
    }

    private synchronized void keep(Told told) {
        all.add(told);
        if (told.openedAlert() >= 0) {
            firstOfAlert.putIfAbsent(told.openedAlert(), told.atNanos());
        }
    }

    private synchronized void countUnreadable() {
        unreadable++;
    }

    /** When each alert's opening was heard first, by {@link System#nanoTime}. */
    public synchronized Map<Long, Long> openings() {
        return Map.copyOf(firstOfAlert);
    }

    public synchronized Set<String> ids() {
        Set<String> ids = new HashSet<>();
        all.forEach(told -> ids.add(told.id()));
        return ids;
    }

    /** How often, each repetition counted. */
    public synchronized int times() {
        return all.size();
    }

    /** What was no CloudEvent. */
    public synchronized int unreadable() {
        return unreadable;
    }
}
