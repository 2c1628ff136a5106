package de.hexapolis.query.orders;

import de.hexapolis.query.page.Language;
import de.hexapolis.query.work.AssetOfWork;
import de.hexapolis.query.work.Severity;
import de.hexapolis.query.work.WorkState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Orders as iCalendar (RFC 5545): a task each, and where it has a due time a date besides, since phones show no tasks.
 * Names no person. Stateless.
 */
final class CalendarFeed {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CalendarFeed() {}

    static String of(List<Order> orders, Language language) {
        CalendarLines lines = new CalendarLines();
        lines.add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Hexapolis//Orders//" + language.code().toUpperCase(Locale.ROOT))
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH");
        for (Order order : orders) {
            task(lines, order, language);
            order.dueAt().ifPresent(due -> date(lines, order, due, language));
        }
        return lines.add("END", "VCALENDAR").text();
    }

    private static void task(CalendarLines lines, Order order, Language language) {
        lines.add("BEGIN", "VTODO").add("UID", "order-%d@%s.hexapolis".formatted(order.id(), order.city()));
        shared(lines, order, language);
        order.dueAt().ifPresent(due -> lines.add("DUE", UTC.format(due)));
        lines.add("STATUS", status(order.stands())).add("END", "VTODO");
    }

    private static void date(CalendarLines lines, Order order, Instant due, Language language) {
        lines.add("BEGIN", "VEVENT").add("UID", "order-%d-due@%s.hexapolis".formatted(order.id(), order.city()));
        shared(lines, order, language);
        lines.add("DTSTART", UTC.format(due))
                .add("DURATION", "PT15M")
                .add("TRANSP", "TRANSPARENT")
                .add("END", "VEVENT");
    }

    private static void shared(CalendarLines lines, Order order, Language language) {
        String changed = UTC.format(order.changedAt());
        // rises with each change, as receivers want it: the seconds since the order was made
        long sequence = Math.max(
                0, order.changedAt().getEpochSecond() - order.openedAt().getEpochSecond());
        lines.add("DTSTAMP", changed)
                .add("LAST-MODIFIED", changed)
                .add("SEQUENCE", String.valueOf(sequence))
                .text("SUMMARY", OrderWords.title(order.title(), language))
                .text("DESCRIPTION", description(order, language))
                .add("PRIORITY", String.valueOf(priority(order.howBad())));
        firstPlace(order)
                .ifPresent(place ->
                        lines.add("GEO", String.format(Locale.ROOT, "%.6f;%.6f", place.latitude(), place.longitude())));
    }

    private static String description(Order order, Language language) {
        String items = order.openItems().stream()
                .map(item -> item.name() + ": " + OrderWords.titles(item, language))
                .collect(Collectors.joining("\n"));
        return "%s, %s\n%s"
                .formatted(
                        OrderWords.title(order.crewName(), language),
                        OrderWords.severity(order.howBad(), language),
                        items);
    }

    private static Optional<AssetOfWork> firstPlace(Order order) {
        return order.openItems().stream()
                .map(Item::asset)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static int priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 1;
            case URGENT -> 3;
            case WARNING -> 5;
            case INFO -> 9;
        };
    }

    private static String status(WorkState state) {
        return switch (state) {
            case OPEN, NOTIFIED, NOT_POSSIBLE -> "NEEDS-ACTION";
            case ACKNOWLEDGED, IN_PROGRESS -> "IN-PROCESS";
            case DONE, VERIFIED -> "COMPLETED";
            case WITHDRAWN -> "CANCELLED";
        };
    }
}
