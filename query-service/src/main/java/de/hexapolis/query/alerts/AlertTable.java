package de.hexapolis.query.alerts;

import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AssetOfWork;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Alerts as a table. Stateless. */
final class AlertTable {
    private static final List<String> NAMES = List.of(
            "id",
            "city",
            "rule",
            "title_de",
            "title_en",
            "severity",
            "state",
            "asset",
            "reference",
            "name",
            "kind",
            "district",
            "longitude",
            "latitude",
            "work",
            "order",
            "began_at",
            "ended_at",
            "opened_at",
            "due_at",
            "acknowledged_at",
            "done_at",
            "closed_at",
            "reopened",
            "reason");

    private AlertTable() {}

    static void write(List<Alert> alerts, Format format, OutputStream bytes) {
        CsvTable.write(format, bytes, table -> {
            table.row(NAMES);
            alerts.forEach(alert -> table.row(cells(alert)));
        });
    }

    private static List<Object> cells(Alert alert) {
        return filled(
                alert.id(),
                alert.city(),
                alert.rule(),
                alert.title().de(),
                alert.title().en(),
                alert.severity(),
                alert.state(),
                of(alert, AssetOfWork::id),
                of(alert, AssetOfWork::reference),
                of(alert, AssetOfWork::name),
                of(alert, AssetOfWork::kind),
                alert.asset().flatMap(AssetOfWork::district),
                of(alert, AssetOfWork::longitude),
                of(alert, AssetOfWork::latitude),
                alert.work(),
                alert.order(),
                alert.beganAt(),
                alert.endedAt(),
                alert.openedAt(),
                alert.dueAt(),
                alert.acknowledgedAt(),
                alert.doneAt(),
                alert.closedAt(),
                alert.reopened(),
                alert.reason());
    }

    private static Optional<?> of(Alert alert, Function<AssetOfWork, ?> field) {
        return alert.asset().map(field);
    }

    /** What there is not, is an empty cell. */
    private static List<Object> filled(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof Optional<?> some
                        ? some.<Object>map(it -> it).orElse("")
                        : cell)
                .toList();
    }
}
