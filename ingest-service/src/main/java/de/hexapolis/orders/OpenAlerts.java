package de.hexapolis.orders;

import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Escalation;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.OrderPlan;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Opens alerts for episodes and gives the work to crews' orders. One thread. */
final class OpenAlerts {
    private static final Comparator<NewAlert> BY_SUBJECT = Comparator.comparing(NewAlert::subject)
            .thenComparing(alert -> alert.rule().id());

    private final Changes changes;
    private final OrderPlan plan;
    private final Map<Long, Instant> rounds;

    /** @param rounds when the next planned round passes assets, by their number */
    OpenAlerts(Changes changes, OrderPlan plan, Map<Long, Instant> rounds) {
        this.changes = changes;
        this.plan = plan;
        this.rounds = rounds;
    }

    /** Of the orders that they might join. */
    Collection<OrderKey> keys(List<NewAlert> opened) {
        Collection<OrderKey> keys = new TreeSet<>();
        opened.stream().filter(this::isCollected).forEach(alert -> keys.add(key(alert, work(alert))));
        return keys;
    }

    /** In the order of the orders' keys, then of the unique index, so that two who do so do not wait in a circle. */
    void open(List<NewAlert> opened) throws SQLException {
        Comparator<NewAlert> byOrder = Comparator.comparing(
                alert -> isCollected(alert) ? key(alert, work(alert)).toString() : "");
        for (NewAlert alert :
                opened.stream().sorted(byOrder.thenComparing(BY_SUBJECT)).toList()) {
            open(alert);
        }
    }

    /** What was over when it was told, and is not, becomes somebody's work: an order of its own. */
    void giveWork(Alert alert) throws SQLException {
        Alert.Facts facts = alert.facts();
        if (facts.work().isEmpty() || facts.orderId().isPresent() || alert.state() != AlertState.OPEN) {
            return;
        }
        Work work = Work.valueOf(facts.work().get().toUpperCase(Locale.ROOT));
        OrderKey key = key(facts.city(), facts.district(), work);
        Names title = OrderTitle.ofOne(StoredEvidence.title(alert.evidence()), place(facts.assetId(), facts.subject()));
        alert.join(changes.orders().open(key, alert.severity(), title, "rule"));
    }

    private void open(NewAlert alert) throws SQLException {
        ResolvedRule rule = alert.rule();
        Severity severity = alert.episode().severity();
        Instant now = changes.now();
        Optional<Escalation> escalation = plan.escalationOf(rule);
        Optional<Long> order = hasWork(alert) ? Optional.of(order(alert)) : Optional.empty();
        InsertAlert.Row row = new InsertAlert.Row(
                alert.city(),
                alert.subject(),
                alert.assetId(),
                alert.district(),
                rule.id(),
                rule.edition(),
                rule.handling().work().map(Work::wireName),
                severity,
                alert.episode().began(),
                alert.episode().ended(),
                plan.due(rule, severity, now),
                order,
                StoredEvidence.of(rule, alert.episode().evidence(), escalation));
        long id = InsertAlert.on(changes.connection(), row, now);
        tell(alert, row, id);
        if (row.ended().isEmpty()) {
            escalation.ifPresent(chain -> Escalate.start(changes, chain, id));
        }
    }

    private void tell(NewAlert alert, InsertAlert.Row row, long id) {
        Optional<Instant> observed = StoredEvidence.newest(alert.episode().evidence());
        note(row, id, row.began(), "opened", Optional.empty(), AlertState.OPEN);
        changes.tell(Telling.of(id, "alert.opened", "opened").observed(observed));
        row.ended().ifPresent(ended -> {
            note(row, id, ended, "ended", Optional.of(AlertState.OPEN), AlertState.VERIFIED);
            changes.tell(Telling.of(id, "alert.closed", "verified").observed(Optional.of(ended)));
        });
    }

    private void note(
            InsertAlert.Row row, long id, Instant happened, String action, Optional<AlertState> from, AlertState to) {
        changes.note(new HistoryRow(
                row.city(),
                Optional.of(id),
                row.orderId(),
                happened,
                action,
                from,
                Optional.of(to),
                Actor.SENSOR,
                Optional.of(row.edition()),
                HistoryRow.nothing().put("severity", row.severity().wireName())));
    }

    private long order(NewAlert alert) throws SQLException {
        Severity severity = alert.episode().severity();
        Work work = work(alert);
        OrderKey key = key(alert, work);
        Optional<Bundling> bundling = plan.bundlingOf(alert.rule());
        if (bundling.isPresent() && isCollected(alert)) {
            Names title = OrderTitle.ofBundle(bundling.get(), work);
            OrderBook.Joined joined = changes.orders().join(key, severity, bundling.get(), title);
            if (joined.isNew()) {
                changes.set(TimerRow.seal(sealAt(alert, bundling.get()), joined.order()));
            }
            return joined.order();
        }
        String place = place(alert.assetId(), alert.subject());
        return changes.orders()
                .open(key, severity, OrderTitle.ofOne(alert.rule().title(), place), "rule");
    }

    /** What the round finds must not change while it is under way. */
    private Instant sealAt(NewAlert alert, Bundling bundling) {
        Instant latest = changes.now().plus(bundling.sealAtLatest());
        return alert.assetId()
                .filter(asset -> bundling.sealBeforeRound())
                .map(rounds::get)
                .filter(round -> round.isBefore(latest))
                .orElse(latest);
    }

    private String place(Optional<Long> asset, String subject) throws SQLException {
        return asset.isPresent() ? PlaceNames.asset(changes.connection(), asset.get()) : PlaceNames.subject(subject);
    }

    private OrderKey key(NewAlert alert, Work work) {
        return key(alert.city(), alert.district(), work);
    }

    private OrderKey key(CityId city, Optional<String> district, Work work) {
        CrewKey crew = plan.crewFor(city, district, work).orElseGet(() -> new CrewKey(city, OrderKey.STAFF));
        return new OrderKey(crew, district.orElse(""), work.wireName());
    }

    /** What is over already is nobody's work. */
    private static boolean hasWork(NewAlert alert) {
        return alert.rule().handling().work().isPresent()
                && alert.episode().ended().isEmpty();
    }

    private static Work work(NewAlert alert) {
        return alert.rule().handling().work().orElseThrow();
    }

    /** What is critical waits for no other: it gets an order of its own at once. */
    private boolean isCollected(NewAlert alert) {
        return hasWork(alert)
                && alert.episode().severity() != Severity.CRITICAL
                && plan.bundlingOf(alert.rule()).isPresent();
    }
}
