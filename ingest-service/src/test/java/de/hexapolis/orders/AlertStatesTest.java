package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of transitions, and what an order makes of the states of its alerts. */
class AlertStatesTest {
    /** A dash: it makes no sense. The columns are the acts in their order. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "open         | notified | acknowledged | in_progress | done  | not_possible | verified | -    | withdrawn",
                "notified     | -        | acknowledged | in_progress | done  | not_possible | verified | -    | withdrawn",
                "acknowledged | -        | stays        | in_progress | done  | not_possible | verified | -    | withdrawn",
                "in_progress  | -        | stays        | stays       | done  | not_possible | verified | -    | withdrawn",
                "done         | -        | stays        | stays       | stays | not_possible | verified | open | verified",
                "not_possible | -        | acknowledged | in_progress | done  | stays        | verified | -    | withdrawn",
                "verified     | -        | stays        | stays       | stays | stays        | -        | -    | -",
                "withdrawn    | -        | stays        | stays       | stays | stays        | -        | -    | -",
            })
    void eachActLeadsWhereTheTableSays(
            String state,
            String notified,
            String acknowledge,
            String start,
            String done,
            String notPossible,
            String ended,
            String stillBad,
            String withdraw) {
        List<String> expected = List.of(notified, acknowledge, start, done, notPossible, ended, stillBad, withdraw);

        List<String> found = Stream.of(Act.values())
                .map(act -> word(AlertState.named(state).on(act)))
                .toList();

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theTableIsWhole() {
        assertThat(AlertState.values()).hasSize(8);
        assertThat(Act.values()).hasSize(8);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "open verified done, open",
        "notified acknowledged, notified",
        "acknowledged in_progress done, acknowledged",
        "in_progress not_possible, in_progress",
        "not_possible done, not_possible",
        "done verified, done",
        "verified withdrawn, verified",
        "withdrawn withdrawn, withdrawn",
    })
    void anOrderIsAsFarAsTheLeastAdvancedOfItsOpenAlerts(String alerts, String order) {
        List<AlertState> states =
                Stream.of(alerts.split(" ")).map(AlertState::named).toList();

        assertThat(DeriveOrder.state(states).wireName()).isEqualTo(order);
    }

    @Test
    void anOrderTakesInNothingMoreOnceSomebodyTookItUpOrItIsCritical() {
        assertThat(derived(item(AlertState.NOTIFIED, Severity.WARNING)).collecting())
                .isTrue();
        assertThat(derived(item(AlertState.ACKNOWLEDGED, Severity.WARNING)).collecting())
                .isFalse();
        assertThat(derived(item(AlertState.OPEN, Severity.CRITICAL)).collecting())
                .isFalse();
        assertThat(derived(item(AlertState.VERIFIED, Severity.WARNING)).closed())
                .contains(Orders.NOW);
    }

    @Test
    void anOrderCountsThingsNotAlerts() {
        OrderRow order = derived(
                item("asset:1", AlertState.OPEN),
                item("asset:1", AlertState.VERIFIED),
                item("asset:2", AlertState.VERIFIED));

        assertThat(order.items()).isEqualTo(2);
        assertThat(order.itemsOpen()).isEqualTo(1);
    }

    private static String word(Step step) {
        if (step instanceof Step.To to) {
            return to.state().name().toLowerCase(Locale.ROOT);
        }
        return step instanceof Step.Stays ? "stays" : "-";
    }

    private static DeriveOrder.Item item(AlertState state, Severity severity) {
        return new DeriveOrder.Item("asset:1", state, severity, Optional.empty());
    }

    private static DeriveOrder.Item item(String subject, AlertState state) {
        return new DeriveOrder.Item(subject, state, Severity.INFO, Optional.<Instant>empty());
    }

    private static OrderRow derived(DeriveOrder.Item... items) {
        OrderRow before = new OrderRow(
                7,
                new OrderKey(new CrewKey(Orders.FULDA, "fulda-nord"), "nordend", "empty"),
                AlertState.OPEN,
                true,
                Severity.WARNING,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode(),
                Optional.empty());
        return DeriveOrder.of(before, new ArrayList<>(List.of(items)), Orders.NOW);
    }
}
