package de.hexapolis.query.orders;

import de.hexapolis.query.page.Escaped;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.page.PageFrame;
import de.hexapolis.query.session.Session;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AssetOfWork;
import de.hexapolis.query.work.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The pages on which a crew sees and answers its orders. One request's. */
final class OrderPages {
    static final String HOME = "/orders";

    private static final String SIGN_OUT =
            """
            <form class="leave" method="post" action="/logout"><input type="hidden" name="lang" value="%s">\
            <button>%s</button></form>
            """;

    private final Language language;
    private final Instant now;
    private final AnswerForms forms;

    OrderPages(Session session, Language language, Instant now) {
        this.language = language;
        this.now = now;
        this.forms = new AnswerForms(session, language);
    }

    String list(PageOfOrders list) {
        String title = language.say("Aufträge", "Orders");
        StringBuilder body = new StringBuilder("<h1>%s</h1>\n".formatted(title));
        if (list.orders().isEmpty()) {
            body.append("<p>%s</p>\n".formatted(language.say("Es ist nichts zu tun.", "There is nothing to do.")));
        }
        list.orders().forEach(order -> body.append("<article class=\"card %s\">\n".formatted(order.severity()))
                .append(OrderCard.of(order, language, now, "h2"))
                .append(forms.of(order))
                .append("</article>\n"));
        body.append(otherPages(list));
        body.append(feeds()).append(SIGN_OUT.formatted(language.code(), language.say("Abmelden", "Sign out")));
        return PageFrame.of(language, title, HOME, body.toString());
    }

    private String otherPages(PageOfOrders list) {
        String before =
                list.number() > 1 ? pageLink(list.number() - 1, language.say("Dringendere", "More urgent ones")) : "";
        String after = list.hasNext()
                ? pageLink(list.number() + 1, language.say("Weniger dringende", "Less urgent ones"))
                : "";
        return before.isEmpty() && after.isEmpty()
                ? ""
                : "<nav class=\"pages\" aria-label=\"%s\">%s%s</nav>\n"
                        .formatted(language.say("Weitere Aufträge", "Further orders"), before, after);
    }

    private String pageLink(int number, String text) {
        return "<a href=\"%s?page=%d&amp;lang=%s\">%s</a> ".formatted(HOME, number, language.code(), text);
    }

    private String feeds() {
        return """
                <p class="feeds"><a href="%1$sics">%2$s</a> <a href="%1$sgpx">GPX</a> <a href="%1$sgeojson">GeoJSON</a></p>
                """
                .formatted(
                        "/api/v1/orders?open=true&amp;lang=%s&amp;format=".formatted(language.code()),
                        language.say("Kalender", "Calendar"));
    }

    /** @param said HTML about what was said just now; may be empty */
    String one(Order order, String said) {
        String title = OrderWords.title(order.title(), language);
        StringBuilder body = new StringBuilder("<p><a class=\"back\" href=\"/orders?lang=%s\">← %s</a></p>\n%s"
                .formatted(language.code(), language.say("Alle Aufträge", "All orders"), said));
        body.append("<article class=\"card %s\">\n".formatted(order.severity()))
                .append(OrderCard.of(order, language, now, "h1"))
                .append(forms.of(order))
                .append("</article>\n");
        List<Item> items = Item.of(order.alerts());
        body.append("<h2>%s</h2>\n<ol class=\"items\">\n".formatted(language.say("Im Einzelnen", "In detail")));
        items.forEach(item -> body.append(item(order, item)));
        return PageFrame.of(
                language, title, HOME + "/" + order.id(), body.append("</ol>\n").toString());
    }

    private String item(Order order, Item item) {
        StringBuilder text = new StringBuilder("<li>\n<h3>%s</h3>\n".formatted(Escaped.text(item.name())));
        item.asset().ifPresent(asset -> text.append(place(asset)));
        for (Alert alert : item.alerts()) {
            text.append("<p>%s · <span class=\"severity %s\">%s</span> · <strong>%s</strong></p>\n"
                    .formatted(
                            Escaped.text(OrderWords.title(alert.title(), language)),
                            alert.severity(),
                            OrderWords.severity(alert, language),
                            OrderWords.state(WorkState.named(alert.state()), language)));
            alert.reason().ifPresent(reason -> text.append("<p>%s</p>\n".formatted(Escaped.text(reason))));
            OrderWords.standsFor(alert, language)
                    .ifPresent(line -> text.append("<p>%s</p>\n".formatted(Escaped.text(line))));
            WhyWords.of(alert, order.zone(), language)
                    .forEach(line -> text.append("<p class=\"why\">%s</p>\n".formatted(Escaped.text(line))));
        }
        boolean isOpen =
                item.alerts().stream().anyMatch(alert -> alert.closedAt().isEmpty());
        return text.append(isOpen ? forms.of(order, item) : "")
                .append("</li>\n")
                .toString();
    }

    private String place(AssetOfWork asset) {
        String geo = String.format(Locale.ROOT, "geo:%.6f,%.6f", asset.latitude(), asset.longitude());
        return "<p>%s · <a class=\"map\" href=\"%s\">%s</a></p>\n"
                .formatted(Escaped.text(asset.reference()), geo, language.say("Weg dorthin", "Way there"));
    }

    /**
     * A short page that says what is wrong.
     *
     * @param detail in English, what the interface says besides; may be empty
     */
    static String trouble(Language language, String text, String detail) {
        String title = language.say("Das ging nicht", "That did not work");
        String body =
                """
                <h1>%s</h1>
                <p class="trouble" role="alert">%s</p>
                %s<p><a class="back" href="/orders?lang=%s">%s</a></p>
                """
                        .formatted(
                                title,
                                Escaped.text(text),
                                detail.isEmpty() ? "" : "<p lang=\"en\">%s</p>\n".formatted(Escaped.text(detail)),
                                language.code(),
                                language.say("Zu den Aufträgen", "To the orders"));
        return PageFrame.of(language, title, HOME, body);
    }
}
