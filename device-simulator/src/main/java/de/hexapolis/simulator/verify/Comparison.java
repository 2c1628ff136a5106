package de.hexapolis.simulator.verify;

import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.load.LoadMessages;
import de.hexapolis.simulator.verify.StoredReadings.Series;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at the store with a ledger in hand. One thread; memory: a byte for each message. */
final class Comparison {
    private static final int SERIES_AT_ONCE = 400;

    private final Ledger ledger;
    private final LoadPlan plan;
    private final QuarantinedMessages quarantined;
    private final Tally tally = new Tally();
    /** For each message, a bit for each of its readings that was found. */
    private final byte[] found;

    Comparison(Ledger ledger) {
        this.ledger = ledger;
        this.plan = ledger.plan();
        this.quarantined = new QuarantinedMessages(ledger, new LoadMessages(plan));
        this.found = new byte[Math.toIntExact(plan.messages())];
    }

    Verdict run(Connection connection) throws SQLException {
        if (ledger.attempted() > 0 && ledger.acknowledged() == 0) {
            tally.note("none of the %d messages sent was acknowledged".formatted(ledger.attempted()));
        }
        Set<Long> waiting = quarantined.read(connection);
        StoredReadings store = new StoredReadings(connection, plan);
        Map<Integer, Series> series = store.series();
        List<Integer> ids = new ArrayList<>(series.keySet());
        for (int from = 0; from < ids.size(); from += SERIES_AT_ONCE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + SERIES_AT_ONCE));
            store.read(some, (id, micros, value) -> row(series.get(id), micros, value));
            tally.ghosts += store.outOfTime(some);
        }
        for (long message = 0; message < plan.messages(); message++) {
            settle(message, waiting.contains(message));
        }
        return tally.verdict(ledger.attempted(), ledger.acknowledged());
    }

    List<String> examples() {
        return tally.examples();
    }

    private void row(@Nullable Series series, long micros, double value) {
        if (series == null) {
            return;
        }
        long message = plan.messageAt(series.device(), micros);
        if (message < 0 || series.kind() < 0 || !ledger.isAttempted(message) || plan.isPoison(message)) {
            tally.ghosts++;
            tally.note("ghost: series %d at %d µs, value %s".formatted(series.id(), micros, value));
            return;
        }
        int at = (int) message;
        int bit = 1 << series.kind();
        if ((found[at] & bit) != 0) {
            tally.duplicated++;
            tally.note("duplicated: " + named(message));
            return;
        }
        found[at] |= (byte) bit;
        int expected = plan.hundredths(message, series.kind());
        tally.expectedSum += expected;
        tally.storedSum += Math.round(value * 100);
        if (value != expected / 100.0) {
            tally.altered++;
            tally.note("altered: %s, %s instead of %s".formatted(named(message), value, expected / 100.0));
        }
    }

    private void settle(long message, boolean waiting) {
        if (!ledger.isAttempted(message)) {
            return;
        }
        boolean poison = plan.isPoison(message);
        boolean whole = (found[(int) message] & 0xff) == (1 << plan.quantities()) - 1;
        if (waiting) {
            quarantined(message, poison);
        } else if (ledger.isAcknowledged(message) && (poison || !whole)) {
            tally.missing++;
            tally.note("missing: " + named(message) + (poison ? " (poison)" : ""));
        }
        if (whole) {
            tally.stored++;
            tally.storedUnacknowledged += ledger.isAcknowledged(message) ? 0 : 1;
        }
    }

    private void quarantined(long message, boolean poison) {
        if (poison) {
            tally.quarantinedPoison++;
            return;
        }
        tally.quarantinedGood++;
        tally.duplicated += found[(int) message] != 0 ? 1 : 0;
        tally.note("in quarantine: " + named(message));
    }

    private String named(long message) {
        return "device %s, seq %d, message %d"
                .formatted(plan.deviceId(plan.device(message)), plan.seq(message), message);
    }
}
