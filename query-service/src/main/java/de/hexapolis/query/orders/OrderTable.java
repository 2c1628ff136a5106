package de.hexapolis.query.orders;

import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import java.io.OutputStream;
import java.util.List;

/** Orders as a table. Stateless. */
final class OrderTable {
    private static final List<String> NAMES = List.of(
            "id",
            "city",
            "crew",
            "district",
            "work",
            "title_de",
            "title_en",
            "state",
            "severity",
            "items",
            "items_open",
            "due_at",
            "assignee",
            "opened_at",
            "closed_at");

    private OrderTable() {}

    static void write(List<Order> orders, Format format, OutputStream bytes) {
        CsvTable.write(format, bytes, table -> {
            table.row(NAMES);
            orders.forEach(order -> table.row(cells(order)));
        });
    }

    private static List<Object> cells(Order order) {
        return List.of(
                order.id(),
                order.city(),
                order.crew(),
                order.district().orElse(""),
                order.work(),
                order.title().de(),
                order.title().en(),
                order.state(),
                order.severity(),
                order.items(),
                order.itemsOpen(),
                order.dueAt().map(Object::toString).orElse(""),
                order.assignee().orElse(""),
                order.openedAt(),
                order.closedAt().map(Object::toString).orElse(""));
    }
}
