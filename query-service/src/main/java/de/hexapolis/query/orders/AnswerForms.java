package de.hexapolis.query.orders;

import de.hexapolis.query.page.Escaped;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.session.Session;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AssetOfWork;
import de.hexapolis.query.work.WorkAction;
import de.hexapolis.query.work.WorkState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The buttons under an order, or under one of its items: one form each, with the key of its command, so that a double tap is
 * one command. They work without any script. One request's.
 */
final class AnswerForms {
    private static final String FORM =
            """
            <form method="post" action="/orders/%1$d/answer">
            <input type="hidden" name="csrf" value="%2$s"><input type="hidden" name="key" value="%3$s">\
            <input type="hidden" name="lang" value="%4$s"><input type="hidden" name="action" value="%5$s">%6$s
            %7$s<button class="%5$s" aria-label="%8$s – %9$s">%8$s</button>
            </form>
            """;
    private static final String WHY =
            """
            <label>%s <input name="reason" required maxlength="500" autocomplete="off"></label>
            """;
    private static final String FOLDED =
            """
            <details><summary class="not-possible" aria-label="%1$s – %2$s">%1$s …</summary>
            %3$s</details>
            """;

    private final Session session;
    private final Language language;

    AnswerForms(Session session, Language language) {
        this.session = session;
        this.language = language;
    }

    /** Of all that is open in the order. */
    String of(Order order) {
        return order.closedAt().isPresent() ? "" : forms(order, Optional.empty(), order.stands());
    }

    /** Of one item alone. */
    String of(Order order, Item item) {
        return item.asset().isEmpty()
                ? ""
                : forms(order, Optional.of(item), WorkState.named(item.worst().state()));
    }

    private String forms(Order order, Optional<Item> item, WorkState state) {
        StringBuilder forms = new StringBuilder("<div class=\"answers\">\n");
        boolean isNew = state == WorkState.OPEN || state == WorkState.NOTIFIED || state == WorkState.NOT_POSSIBLE;
        if (isNew) {
            forms.append(form(order, item, WorkAction.ACKNOWLEDGE, "", language.say("Angenommen", "Accept")));
        }
        if (isNew || state == WorkState.ACKNOWLEDGED) {
            forms.append(form(order, item, WorkAction.START, "", language.say("Begonnen", "Start")));
        }
        if (state != WorkState.DONE) {
            forms.append(form(order, item, WorkAction.DONE, "", language.say("Erledigt", "Done")));
        }
        if (state != WorkState.NOT_POSSIBLE) {
            String why = WHY.formatted(language.say("Warum?", "Why?"));
            String form = form(order, item, WorkAction.NOT_POSSIBLE, why, language.say("Melden", "Report"));
            forms.append(FOLDED.formatted(language.say("Geht nicht", "Not possible"), what(order, item), form));
        }
        return forms.append("</div>\n").toString();
    }

    private String form(Order order, Optional<Item> item, WorkAction action, String fields, String label) {
        List<Long> assets =
                item.flatMap(Item::asset).map(asset -> List.of(asset.id())).orElseGet(() -> seen(order));
        String states = item.map(Item::alerts).orElse(order.alerts()).stream()
                .map(Alert::state)
                .collect(Collectors.joining(","));
        String wish = "%d/%s/%s/%s/%s".formatted(order.id(), assets, action, order.changedAt(), states);
        return FORM.formatted(
                order.id(),
                session.formToken(),
                session.commandKey(wish),
                language.code(),
                action.wireName(),
                assets.stream()
                        .map("<input type=\"hidden\" name=\"asset\" value=\"%d\">"::formatted)
                        .collect(Collectors.joining()),
                fields,
                Escaped.text(label),
                what(order, item));
    }

    /** The open ones: what joins the order while a page lies in a pocket is not meant. Empty where something has no place. */
    private static List<Long> seen(Order order) {
        List<Item> items = Item.of(order.alerts().stream()
                .filter(alert -> alert.closedAt().isEmpty())
                .toList());
        return items.stream().allMatch(item -> item.asset().isPresent())
                ? items.stream()
                        .flatMap(item -> item.asset().stream())
                        .map(AssetOfWork::id)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** What a button is about, for who hears only the button; such as {@code Universitätsplatz, Nordend}. */
    private String what(Order order, Optional<Item> item) {
        String name = item.map(Item::name).orElseGet(() -> OrderWords.title(order.title(), language));
        boolean says = item.isPresent() && order.districtName().isPresent();
        return Escaped.text(says ? name + ", " + order.districtName().get() : name);
    }
}
