package de.hexapolis.query.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.Severity;
import de.hexapolis.query.work.Title;
import de.hexapolis.query.work.WorkState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order on the wire: the alerts that a crew works off together. Immutable.
 *
 * @param collecting whether further alerts may still join it
 * @param zone of its city
 * @param alerts the newest first, closed ones too
 */
@Schema(name = "Order")
public record Order(
        @Schema(examples = "7") long id,
        @Schema(examples = "fulda") String city,
        @Schema(examples = "fulda-nord") String crew,
        Title crewName,
        Optional<String> district,
        Optional<String> districtName,
        @Schema(examples = "empty") String work,
        Title title,
        @Schema(examples = "notified") String state,
        @Schema(enumeration = {"info", "warning", "urgent", "critical"}) String severity,
        @Schema(examples = "14") int items,
        @Schema(examples = "14") int itemsOpen,
        boolean collecting,
        Optional<Instant> dueAt,
        Optional<String> assignee,
        Instant openedAt,
        Optional<Instant> closedAt,
        Instant changedAt,
        @JsonIgnore ZoneId zone,
        List<Alert> alerts) {

    public Order {
        alerts = List.copyOf(alerts);
    }

    Order with(List<Alert> itsAlerts) {
        return new Order(
                id,
                city,
                crew,
                crewName,
                district,
                districtName,
                work,
                title,
                state,
                severity,
                items,
                itemsOpen,
                collecting,
                dueAt,
                assignee,
                openedAt,
                closedAt,
                changedAt,
                zone,
                itsAlerts);
    }

    WorkState stands() {
        return WorkState.named(state);
    }

    Severity howBad() {
        return Severity.named(severity);
    }

    /** What is left to do, one line an asset, as {@link Item#of} orders them. */
    List<Item> openItems() {
        return Item.of(
                alerts.stream().filter(alert -> alert.closedAt().isEmpty()).toList());
    }
}
