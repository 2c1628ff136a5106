package de.hexapolis.command;

import de.hexapolis.orders.Actor;
import de.hexapolis.orders.AnswerAlerts;
import de.hexapolis.orders.Answered;
import de.hexapolis.orders.Answering;
import de.hexapolis.orders.AppendNotices;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code answer-alert}: what a crew or the staff say of {@code alerts}, or of an {@code order} and, if it is not all of it,
 * its {@code assets}. Further fields: {@code action}, one of {@code acknowledge, start, done, not-possible, withdraw,
 * comment, assign}; optional {@code at, reason, text, assignee, due_at}. The result has the alerts' states.
 */
@ApplicationScoped
class AnswerAlert implements CommandHandler {
    private static final int LONGEST_TEXT = 2_000;

    private final PlatformClock clock;

    AnswerAlert(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "answer-alert";
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Answering answering = answering(new Body(command.body()), command.requestedAt());
        Answered answered = AnswerAlerts.on(
                connection,
                answering,
                Actor.person(command.requestedBy(), command.id()),
                command.city().map(CityId::new),
                clock.instant());
        if (answered instanceof Answered.Taken taken) {
            AppendNotices.on(connection, taken.notices());
            return new Answer.Done(result(taken));
        }
        throw new Refusal(problem(answered));
    }

    private static CommandProblem problem(Answered refused) {
        if (refused instanceof Answered.NotFound missing) {
            return CommandProblem.of(404, "not-found", missing.what());
        }
        if (refused instanceof Answered.ImpossibleTime time) {
            return new CommandProblem(422, "impossible-time", "at: " + time.why(), Optional.of("at"), List.of());
        }
        return CommandProblem.of(409, "invalid-transition", ((Answered.InvalidTransition) refused).why());
    }

    private static Answering answering(Body given, Instant asked) throws Refusal {
        Body body = given.knowing("order", "alerts", "assets", "action", "at", "reason", "text", "assignee", "due_at");
        Answering answering = new Answering(
                body.id("order"),
                body.ids("alerts"),
                body.ids("assets"),
                body.required("action"),
                asked,
                body.instant("at"),
                body.text("reason"),
                body.text("text", LONGEST_TEXT),
                body.text("assignee"),
                body.instant("due_at"));
        check(body, answering);
        return answering;
    }

    private static void check(Body body, Answering answering) throws Refusal {
        if (!Answering.isAction(answering.action())) {
            throw body.refusal("action", "'%s' is nothing that can be said of an alert".formatted(answering.action()));
        }
        if (answering.order().isPresent() != answering.alerts().isEmpty()) {
            throw body.refusal("alerts", "name either alerts or an order");
        }
        if (answering.order().isEmpty() && !answering.assets().isEmpty()) {
            throw body.refusal("assets", "are those of an order; name the order");
        }
        if (answering.action().equals("not-possible") && answering.reason().isEmpty()) {
            throw body.refusal("reason", "is missing: say why it is not possible");
        }
        if (answering.action().equals(Answering.COMMENT) && answering.text().isEmpty()) {
            throw body.refusal("text", "is missing");
        }
        boolean isNobody = answering.assignee().isEmpty() && answering.due().isEmpty();
        if (answering.action().equals(Answering.ASSIGN) && isNobody) {
            throw body.refusal("assignee", "is missing, and so is due_at");
        }
    }

    private static Map<String, Object> result(Answered.Taken taken) {
        Map<String, Object> result = new LinkedHashMap<>();
        taken.order().ifPresent(order -> result.put("order", order));
        result.put("changed", taken.alerts().stream().anyMatch(Answered.Standing::changed));
        result.put(
                "alerts",
                taken.alerts().stream()
                        .map(alert ->
                                Map.of("id", alert.id(), "state", alert.state().wireName(), "changed", alert.changed()))
                        .toList());
        return result;
    }
}
