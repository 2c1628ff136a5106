package de.hexapolis.judge;

import de.hexapolis.orders.AlertChange;
import de.hexapolis.orders.AlertChange.Kind;
import de.hexapolis.orders.AlertState;
import de.hexapolis.orders.AppendNotices;
import de.hexapolis.orders.NewAlert;
import de.hexapolis.orders.NoticeRow;
import de.hexapolis.orders.OverlappingAlerts;
import de.hexapolis.orders.StandingAlert;
import de.hexapolis.orders.WriteAlerts;
import de.hexapolis.pulse.OwnOutage;
import de.hexapolis.pulse.Pulses;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the silence of a source or gateway once, in one transaction of the caller and in one replica at a time: opens the
 * alert and lists its members, closes it with the first message or without members, and has members judged where that
 * changes something. One thread, used once.
 */
final class CommonCauses {
    private static final String LOCK = "select pg_try_advisory_xact_lock(740008)";
    private static final String LASTING =
            """
            select subject from alert
            where asset_id is null and (closed_at is null or ended_at is null)
                and (subject like 'source:%' or subject like 'gateway:%')
            """;

    private final Connection connection;
    private final RuleBook book;
    private final DailyReporters reporters;
    private final Instant now;
    private final List<NewAlert> opened = new ArrayList<>();
    private final List<AlertChange> changed = new ArrayList<>();

    private CommonCauses(Connection connection, RuleBook book, DailyReporters reporters, Instant now) {
        this.connection = connection;
        this.book = book;
        this.reporters = reporters;
        this.now = now;
    }

    /**
     * @param lag how much later than heard it may be written down
     * @return whether it was this replica's turn
     */
    static boolean on(Connection connection, RuleBook book, DailyReporters reporters, Instant now, Duration lag)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            row.next();
            if (!row.getBoolean(1)) {
                return false;
            }
        }
        new CommonCauses(connection, book, reporters, now).judge(lag);
        return true;
    }

    private void judge(Duration lag) throws SQLException {
        Pulses pulses = Pulses.on(connection);
        AlertMembers.release(connection, now);
        Set<Long> abandoned = AlertMembers.abandoned(connection);
        List<StandingAlert> standing = OverlappingAlerts.on(connection, lasting(), now).stream()
                .filter(alert -> !alert.state().isClosed() || alert.ended().isEmpty())
                .toList();
        Map<Long, Evidence> evidence = ReadEvidence.on(connection, standing);
        List<StandingAlert> left = standing.stream()
                .filter(alert -> !hasEnded(alert, pulses, evidence) && !isOver(alert, abandoned))
                .toList();
        Map<String, AlertState> told = new HashMap<>();
        // what is open in one city goes on, whatever became of it in another
        left.forEach(
                alert -> told.merge(withoutCity(alert), alert.state(), (one, other) -> one.isClosed() ? other : one));
        Instant back = OwnOutage.until(connection, now);
        List<SharedSilence> silent =
                new FindCommonCauses(connection, reporters, pulses, back, now, lag).find(book, told);
        silent.forEach(this::open);
        List<NoticeRow> notices = opened.isEmpty() && changed.isEmpty()
                ? List.of()
                : WriteAlerts.on(connection, opened, changed, new StaffPlan(book), now);
        for (SharedSilence silence : silent) {
            for (String city : silence.cities()) {
                AlertMembers.add(
                        connection, silence.subjectIn(city), silence.rule().id(), silence.assetsIn(city), now);
            }
        }
        AlertMembers.releaseClosed(connection, now);
        AlertMembers.recall(connection, correlating(), now);
        AppendNotices.on(connection, notices);
    }

    private List<String> lasting() throws SQLException {
        List<String> subjects = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LASTING);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                subjects.add(row.getString(1));
            }
        }
        return subjects;
    }

    private static String withoutCity(StandingAlert alert) {
        return alert.subject().substring(0, alert.subject().lastIndexOf('/'));
    }

    /** With the first message. */
    private boolean hasEnded(StandingAlert alert, Pulses pulses, Map<Long, Evidence> evidence) {
        String subject = withoutCity(alert);
        Map<String, Instant> heard = subject.startsWith("source:") ? pulses.sources() : pulses.gateways();
        Instant last = heard.getOrDefault(subject.substring(subject.indexOf(':') + 1), Instant.EPOCH);
        if (last.isAfter(alert.began())) {
            Evidence why = evidence.getOrDefault(alert.alertId(), new Evidence(List.of()));
            Episode over = new Episode(alert.began(), Optional.of(last), alert.severity(), why);
            changed.add(new AlertChange(alert.alertId(), Kind.ENDED, Optional.of(over), ""));
            return true;
        }
        return false;
    }

    /** With its rule, or with the last who was concerned: they are no more, or are heard in another way. */
    private boolean isOver(StandingAlert alert, Set<Long> abandoned) {
        boolean isRuled = book.rules().stream()
                .flatMap(rule -> rule.correlate().stream())
                .anyMatch(cause -> cause.ruleId().equals(alert.ruleId()));
        if (isRuled && !abandoned.contains(alert.alertId())) {
            return false;
        }
        if (!alert.state().isClosed()) {
            String reason = isRuled ? MatchEpisodes.NO_LONGER : MatchEpisodes.RULE_CHANGED;
            changed.add(new AlertChange(alert.alertId(), Kind.WITHDRAWN, Optional.empty(), reason));
        }
        return true;
    }

    private void open(SharedSilence silence) {
        for (String city : silence.cities()) {
            opened.add(new NewAlert(
                    silence.subjectIn(city),
                    Optional.empty(),
                    new CityId(city),
                    Optional.empty(),
                    silence.rule(),
                    silence.episode()));
        }
    }

    /** The rules that causes explain, and those that stand for them at some assets. */
    private List<String> correlating() {
        Set<String> rules = book.rules().stream()
                .filter(rule -> !rule.correlate().isEmpty())
                .map(ResolvedRule::id)
                .collect(Collectors.toSet());
        return book.rules().stream()
                .filter(rule -> rules.contains(rule.id())
                        || rule.guards().insteadOf().filter(rules::contains).isPresent())
                .map(ResolvedRule::id)
                .toList();
    }
}
