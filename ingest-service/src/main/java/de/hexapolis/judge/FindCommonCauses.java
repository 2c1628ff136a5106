package de.hexapolis.judge;

import de.hexapolis.orders.AlertState;
import de.hexapolis.pulse.Pulses;
import de.hexapolis.rules.CommonCause;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.RuleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds sources and gateways that are silent. Sources first: of a gateway whose source is quiet, or was until a moment ago,
 * nobody can say. One thread, used once.
 */
final class FindCommonCauses {
    private final Connection connection;
    private final DailyReporters reporters;
    private final Pulses pulses;
    private final Instant back;
    private final Instant now;
    private final Duration lag;
    private final Set<String> quietSources = new HashSet<>();
    private final List<SharedSilence> silent = new ArrayList<>();

    /**
     * @param back when the platform itself came back last
     * @param lag how much later than heard it may be written down
     */
    FindCommonCauses(
            Connection connection, DailyReporters reporters, Pulses pulses, Instant back, Instant now, Duration lag) {
        this.connection = connection;
        this.reporters = reporters;
        this.pulses = pulses;
        this.back = back;
        this.now = now;
        this.lag = lag;
    }

    /** @param told by subjects without city: the alerts of what is told already and need not be found again */
    List<SharedSilence> find(RuleBook book, Map<String, AlertState> told) throws SQLException {
        for (ResolvedRule rule : book.rules()) {
            for (CommonCause cause : of(rule, "source")) {
                sources(cause, rule.toldAt(cause), told);
            }
        }
        for (ResolvedRule rule : book.rules()) {
            for (CommonCause cause : of(rule, "gateway")) {
                gateways(cause, rule.toldAt(cause), told);
            }
        }
        return List.copyOf(silent);
    }

    private static List<CommonCause> of(ResolvedRule rule, String by) {
        return rule.correlate().stream().filter(cause -> cause.by().equals(by)).toList();
    }

    private void sources(CommonCause cause, ResolvedRule rule, Map<String, AlertState> told) throws SQLException {
        for (Map.Entry<String, Instant> source : pulses.sources().entrySet()) {
            String subject = "source:" + source.getKey();
            Instant since = later(source.getValue(), back);
            AlertState state = told.get(subject);
            if (state != null) {
                goesOn(source.getKey(), state);
            } else if (isWorthLooking(cause, since)) {
                List<Sharer> sharers = ReadSharers.ofSource(connection, source.getKey(), source.getValue(), now);
                SharedSilence silence =
                        asUsual(new SharedSilence(cause, rule, subject, since, now.minus(lag), sharers));
                if (silence.isQuiet()) {
                    quietSources.add(source.getKey());
                }
                if (silence.isMissed()) {
                    noteQuiet(source.getKey());
                }
                if (silence.isSilent()) {
                    silent.add(silence);
                }
            }
        }
    }

    /** What a person closed explains nothing any more: its devices are told by themselves. */
    private void goesOn(String source, AlertState state) throws SQLException {
        quietSources.add(source);
        if (!state.isClosed()) {
            noteQuiet(source);
        }
    }

    private void noteQuiet(String source) throws SQLException {
        quietSources.add(source);
        Pulses.noteQuiet(connection, source, now);
    }

    private void gateways(CommonCause cause, ResolvedRule rule, Map<String, AlertState> told) throws SQLException {
        for (Map.Entry<String, Instant> gateway : pulses.gateways().entrySet()) {
            String subject = "gateway:" + gateway.getKey();
            if (told.containsKey(subject) || !isWorthLooking(cause, later(gateway.getValue(), back))) {
                continue;
            }
            List<Sharer> sharers = ReadSharers.ofGateway(connection, gateway.getKey(), gateway.getValue(), now);
            if (sharers.stream().anyMatch(one -> quietSources.contains(one.source()))) {
                continue;
            }
            SharedSilence silence = asUsual(new SharedSilence(
                    cause, rule, subject, since(gateway.getValue(), sharers), now.minus(lag), sharers));
            if (silence.isSilent()) {
                silent.add(silence);
            }
        }
    }

    /** Who reports daily though an hour is registered has left out nothing yet; looked up only where that matters. */
    private SharedSilence asUsual(SharedSilence silence) throws SQLException {
        return silence.isMissed() || silence.isSilent() ? silence.among(reporters.among(connection, silence)) : silence;
    }

    /** It could not be heard while its source was quiet. */
    private Instant since(Instant heard, List<Sharer> sharers) {
        return sharers.stream()
                .map(sharer -> pulses.quietUntil().getOrDefault(sharer.source(), Instant.EPOCH))
                .reduce(later(heard, back), FindCommonCauses::later);
    }

    private boolean isWorthLooking(CommonCause cause, Instant since) {
        return !since.plus(cause.silentFor()).plus(lag).isAfter(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
