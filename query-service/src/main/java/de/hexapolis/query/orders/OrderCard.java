package de.hexapolis.query.orders;

import de.hexapolis.query.page.Escaped;
import de.hexapolis.query.page.Language;
import java.time.Instant;

/** The head of an order on a page: how bad, what, where, by when, how far. Stateless. */
final class OrderCard {
    private static final String CARD =
            """
            <p class="severity %1$s">%2$s</p>
            <%10$s><a href="/orders/%3$d?lang=%4$s">%5$s</a></%10$s>
            <p>%6$s · %7$s</p>
            <p>%8$s · <strong>%9$s</strong></p>
            """;

    private OrderCard() {}

    /** @param heading the name of its heading: {@code h1} where the page is about it alone */
    static String of(Order order, Language language, Instant now, String heading) {
        String place = order.districtName().map(name -> ", " + name).orElse("");
        return CARD.formatted(
                        order.severity(),
                        OrderWords.severity(order.howBad(), language),
                        order.id(),
                        language.code(),
                        Escaped.text(OrderWords.title(order.title(), language)),
                        Escaped.text(OrderWords.work(order.work(), language)),
                        Escaped.text(OrderWords.title(order.crewName(), language) + place),
                        language.say("%d von %d offen", "%d of %d open").formatted(order.itemsOpen(), order.items()),
                        OrderWords.state(order.stands(), language),
                        heading)
                + due(order, language, now);
    }

    private static String due(Order order, Language language, Instant now) {
        return order.dueAt()
                .map(due -> {
                    boolean late = due.isBefore(now) && order.closedAt().isEmpty();
                    String by = language.say("bis ", "by ") + OrderWords.time(due, order.zone(), language);
                    String overdue =
                            late ? " <strong>%s</strong>".formatted(language.say("überfällig", "overdue")) : "";
                    return "<p class=\"%s\">%s%s</p>\n".formatted(late ? "due late" : "due", Escaped.text(by), overdue);
                })
                .orElse("");
    }
}
