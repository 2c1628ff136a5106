package de.hexapolis.query.orders;

import de.hexapolis.query.page.Language;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.Severity;
import de.hexapolis.query.work.Title;
import de.hexapolis.query.work.WorkState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for people of what orders and alerts are. Stateless. */
final class OrderWords {
    private OrderWords() {}

    static String title(Title title, Language language) {
        return language.say(title.de(), title.en());
    }

    /** What all alerts of an item say. */
    static String titles(Item item, Language language) {
        return item.alerts().stream()
                .map(alert -> title(alert.title(), language))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** For how many devices a silent gateway or source stands, or stood; empty where there are none. */
    static Optional<String> standsFor(Alert alert, Language language) {
        boolean isOver = alert.closedAt().isPresent();
        long devices = alert.members()
                .map(members -> isOver ? members.count() : members.held())
                .orElse(0L);
        if (devices == 0) {
            return Optional.empty();
        }
        String stands = isOver ? language.say("Stand für", "Stood for") : language.say("Steht für", "Stands for");
        String noun = devices == 1 ? language.say("Gerät", "device") : language.say("Geräte", "devices");
        return Optional.of("%s %d %s".formatted(stands, devices, noun));
    }

    static String severity(Alert alert, Language language) {
        return severity(Severity.named(alert.severity()), language);
    }

    static String severity(Severity severity, Language language) {
        return switch (severity) {
            case INFO -> language.say("Hinweis", "note");
            case WARNING -> language.say("Warnung", "warning");
            case URGENT -> language.say("dringend", "urgent");
            case CRITICAL -> language.say("sofort", "critical");
        };
    }

    static String state(WorkState state, Language language) {
        return switch (state) {
            case OPEN -> language.say("offen", "open");
            case NOTIFIED -> language.say("gemeldet", "notified");
            case ACKNOWLEDGED -> language.say("angenommen", "accepted");
            case IN_PROGRESS -> language.say("begonnen", "in progress");
            case DONE -> language.say("erledigt, wird geprüft", "done, to be verified");
            case NOT_POSSIBLE -> language.say("geht nicht", "not possible");
            case VERIFIED -> language.say("erledigt und geprüft", "verified");
            case WITHDRAWN -> language.say("zurückgezogen", "withdrawn");
        };
    }

    static String work(String work, Language language) {
        return switch (work) {
            case "empty" -> language.say("Leeren", "Empty");
            case "water" -> language.say("Gießen", "Water");
            case "inspect" -> language.say("Nachsehen", "Inspect");
            case "repair" -> language.say("Reparieren", "Repair");
            case "extinguish" -> language.say("Löschen", "Extinguish");
            case "set_up" -> language.say("Aufstellen", "Set up");
            default -> work;
        };
    }

    /** Whether {@link #trouble} says all that there is to say. */
    static boolean isTold(String code) {
        return !trouble(code, Language.ENGLISH).equals(trouble("", Language.ENGLISH));
    }

    /** What went wrong, by its code. */
    static String trouble(String code, Language language) {
        return switch (code) {
            case "not-found" ->
                language.say(
                        "Diesen Auftrag gibt es nicht, oder nicht für Sie.", "There is no such order, or not for you.");
            case "forbidden" ->
                language.say(
                        "Das ist nicht erlaubt, oder die Seite ist zu alt. Laden Sie sie neu.",
                        "This is not allowed, or the page is too old. Load it again.");
            case "key-already-used" ->
                language.say(
                        "Das haben Sie schon anders gesagt. Laden Sie die Seite neu.",
                        "You have said so already, in other words. Load the page again.");
            case "unavailable", "busy", "too-slow" ->
                language.say(
                        "Gerade geht es nicht. Versuchen Sie es gleich noch einmal.",
                        "This does not work now. Try again in a moment.");
            case "invalid-transition" ->
                language.say(
                        "Der Auftrag steht nicht mehr so, dass das geht. Laden Sie ihn neu.",
                        "The order no longer stands so that this could be said. Load it again.");
            case "impossible-time" ->
                language.say("Zu dieser Zeit kann das nicht gewesen sein.", "It cannot have happened at that time.");
            default -> language.say("Mit dieser Angabe ging es nicht.", "This did not work with what was given.");
        };
    }

    /** Such as {@code Mi., 1. Juli, 14:30 Uhr} where the order is. */
    static String time(Instant instant, ZoneId zone, Language language) {
        String pattern = language.say("EE, d. MMMM, HH:mm 'Uhr'", "EE d MMMM, HH:mm");
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
    }
}
