package de.hexapolis.orders;

import de.hexapolis.rules.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an order is, told by its alerts alone: there is no second state machine. Pure. */
final class DeriveOrder {
    /** From the least to the most advanced; closed ones count only where no other is left. */
    private static final List<AlertState> LEAST_FIRST = List.of(
            AlertState.OPEN,
            AlertState.NOTIFIED,
            AlertState.ACKNOWLEDGED,
            AlertState.IN_PROGRESS,
            AlertState.NOT_POSSIBLE,
            AlertState.DONE,
            AlertState.VERIFIED,
            AlertState.WITHDRAWN);

    /** One of its alerts. */
    record Item(String subject, AlertState state, Severity severity, Optional<Instant> due) {
        boolean isOpen() {
            return !state.isClosed();
        }
    }

    private DeriveOrder() {}

    static OrderRow of(OrderRow before, List<Item> items, Instant now) {
        AlertState state = state(items.stream().map(Item::state).toList());
        List<Item> open = items.stream().filter(Item::isOpen).toList();
        Severity severity =
                open.stream().map(Item::severity).max(Comparator.naturalOrder()).orElse(before.severity());
        Optional<Instant> due =
                open.stream().flatMap(item -> item.due().stream()).min(Comparator.naturalOrder());
        boolean isUntouched = state == AlertState.OPEN || state == AlertState.NOTIFIED;
        return new OrderRow(
                before.id(),
                before.key(),
                state,
                before.collecting() && isUntouched && severity != Severity.CRITICAL,
                severity,
                subjects(items, item -> true),
                subjects(items, Item::isOpen),
                open.isEmpty() ? before.due() : due,
                before.assignee(),
                before.title(),
                state.isClosed() ? before.closed().or(() -> Optional.of(now)) : Optional.empty());
    }

    /** The least advanced of those that are not closed; else verified, unless all were withdrawn. */
    static AlertState state(Collection<AlertState> alerts) {
        return alerts.stream()
                .min(Comparator.comparingInt(LEAST_FIRST::indexOf))
                .orElse(AlertState.WITHDRAWN);
    }

    private static int subjects(List<Item> items, Predicate<Item> which) {
        return (int) items.stream().filter(which).map(Item::subject).distinct().count();
    }
}
