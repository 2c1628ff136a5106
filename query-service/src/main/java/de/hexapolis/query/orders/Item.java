package de.hexapolis.query.orders;

import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AssetOfWork;
import de.hexapolis.query.work.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an order: all its alerts of one subject. Immutable.
 *
 * @param asset empty for gateways and sources, which have no place
 * @param alerts at least one, the worst first
 */
record Item(Optional<AssetOfWork> asset, List<Alert> alerts) {
    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing(
                    (Alert alert) -> Severity.named(alert.severity()))
            .reversed();

    Item {
        alerts = List.copyOf(alerts);
    }

    /** The items of alerts, in the order of their assets' names. */
    static List<Item> of(List<Alert> alerts) {
        Map<String, List<Alert>> bySubject = new LinkedHashMap<>();
        alerts.forEach(alert -> bySubject
                .computeIfAbsent(alert.subject(), subject -> new ArrayList<>())
                .add(alert));
        return bySubject.values().stream()
                .map(together -> new Item(
                        together.get(0).asset(),
                        together.stream().sorted(WORST_FIRST).toList()))
                .sorted(Comparator.comparing(Item::name))
                .toList();
    }

    Alert worst() {
        return alerts.get(0);
    }

    /** What the asset is called; of others the subject. */
    String name() {
        return asset.map(AssetOfWork::name).orElseGet(() -> worst().subject());
    }
}
