package de.hexapolis.orders;

import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.PlatformClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes what people say of alerts and orders. The same command acts once; what comes late, or again under another name, is
 * recorded and changes nothing. Stateless.
 */
public final class AnswerAlerts {
    /** So long before an episode began somebody may have done something about it. */
    private static final Duration EARLIEST = Duration.ofHours(24);

    private AnswerAlerts() {}

    /** @param city the only one that it may concern; empty: any */
    public static Answered on(
            Connection connection, Answering answering, Actor actor, Optional<CityId> city, Instant now)
            throws SQLException {
        Map<Long, Alert> alerts = locked(connection, answering, now);
        Optional<Answered> none = missing(connection, answering, alerts, city);
        if (none.isPresent()) {
            return none.get();
        }
        if (actor.command().isPresent()
                && ReadAnswered.isTaken(connection, actor.command().get())) {
            return taken(answering, alerts, alerts, List.of());
        }
        Optional<Answered> impossible = impossibleTime(answering, alerts, now);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        Map<Long, Alert> concerned = concerned(answering, alerts);
        Changes changes = new Changes(connection, now);
        changes.take(concerned, List.of());
        PersonsAct act = new PersonsAct(changes, answering, actor);
        for (Alert alert : concerned.values()) {
            Optional<String> refused = act.on(alert);
            if (refused.isPresent()) {
                return new Answered.InvalidTransition("alert %d: %s".formatted(alert.id(), refused.get()));
            }
        }
        act.onOrders();
        return taken(answering, concerned, concerned, changes.write());
    }

    private static Map<Long, Alert> locked(Connection connection, Answering answering, Instant now)
            throws SQLException {
        return LockAlerts.on(
                connection,
                answering.order().isPresent()
                        ? ofOrder(connection, answering, answering.order().get(), now)
                        : answering.alerts());
    }

    /**
     * What joins an order after a person has done it, or while the answer is on its way, is not meant: they have not seen
     * it. Where that leaves nothing, for the work came before the alarm, it is all that are there by now.
     */
    private static List<Long> ofOrder(Connection connection, Answering answering, long order, Instant now)
            throws SQLException {
        Instant by = answering.at().filter(at -> at.isBefore(answering.asked())).orElse(answering.asked());
        List<Long> meant = ReadAnswered.alertsOf(connection, order, answering.assets(), by);
        return meant.isEmpty() ? ReadAnswered.alertsOf(connection, order, answering.assets(), now) : meant;
    }

    private static Optional<Answered> missing(
            Connection connection, Answering answering, Map<Long, Alert> alerts, Optional<CityId> city)
            throws SQLException {
        if (answering.order().isPresent()) {
            long order = answering.order().get();
            Optional<CityId> of = ReadAnswered.cityOf(connection, order);
            if (of.isEmpty() || (city.isPresent() && !city.equals(of))) {
                return Optional.of(new Answered.NotFound("there is no order %d".formatted(order)));
            }
            return alerts.isEmpty()
                    ? Optional.of(new Answered.NotFound("order %d has none of these assets".formatted(order)))
                    : Optional.empty();
        }
        return answering.alerts().stream()
                .filter(id -> {
                    Alert alert = alerts.get(id);
                    return alert == null
                            || (city.isPresent()
                                    && !city.get().equals(alert.facts().city()));
                })
                .findFirst()
                .map(id -> new Answered.NotFound("there is no alert %d".formatted(id)));
    }

    private static Optional<Answered> impossibleTime(Answering answering, Map<Long, Alert> alerts, Instant now) {
        Instant first = alerts.values().stream()
                .map(Alert::began)
                .min(Comparator.naturalOrder())
                .orElse(now)
                .minus(EARLIEST);
        Instant last = now.plus(PlatformClock.MOST_AHEAD);
        return answering
                .at()
                .filter(at -> at.isBefore(first) || at.isAfter(last))
                .map(at -> new Answered.ImpossibleTime("%s is not from %s to %s".formatted(at, first, last)));
    }

    /** Of an order, only what is open, unless assets are named or nothing is open: then it is recorded. */
    private static Map<Long, Alert> concerned(Answering answering, Map<Long, Alert> alerts) {
        Map<Long, Alert> open = new TreeMap<>(alerts);
        open.values().removeIf(alert -> alert.state().isClosed());
        boolean isWhole = answering.order().isPresent() && answering.assets().isEmpty();
        return isWhole && !open.isEmpty() ? open : alerts;
    }

    private static Answered taken(
            Answering answering, Map<Long, Alert> alerts, Map<Long, Alert> acted, List<NoticeRow> notices) {
        List<Answered.Standing> standing = new ArrayList<>();
        for (Alert alert : alerts.values()) {
            boolean changed = acted.containsKey(alert.id()) && alert.isChanged();
            standing.add(new Answered.Standing(alert.id(), alert.state(), changed));
        }
        return new Answered.Taken(standing, answering.order(), notices);
    }
}
