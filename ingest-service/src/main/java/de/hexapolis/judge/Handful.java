package de.hexapolis.judge;

import de.hexapolis.orders.AlertChange;
import de.hexapolis.orders.AppendNotices;
import de.hexapolis.orders.NewAlert;
import de.hexapolis.orders.NoticeRow;
import de.hexapolis.orders.OverlappingAlerts;
import de.hexapolis.orders.StandingAlert;
import de.hexapolis.orders.Verdicts;
import de.hexapolis.orders.WriteAlerts;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.RuleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges some claimed assets within one transaction of the caller: read all, judge in memory, write table by table what
 * differs. Alerts are locked first, then the outbox, then readings and their bands as every writer locks them: so no writer
 * ever waits for those who wait for the outbox. One thread, used once.
 */
final class Handful {
    /** An alert that began long before the readings that are looked at may still stand where one turns out to begin. */
    private static final Duration FURTHER_BACK = Duration.ofDays(1);

    private final Connection connection;
    private final RuleBook book;
    private final List<Claim> claims;
    private final Instant now;

    Handful(Connection connection, RuleBook book, List<Claim> claims, Instant now) {
        this.connection = connection;
        this.book = book;
        this.claims = claims;
        this.now = now;
    }

    void judge() throws SQLException {
        List<Seen> seen = ReadSenses.on(connection, book, claims, now);
        TellRain rain = new TellRain(connection, book);
        Map<Long, StandingEpisodes> standing = standing();
        List<Judgement> judgements = seen.stream()
                .map(one -> Judgement.of(
                        one,
                        standing.getOrDefault(one.claim().assetId(), StandingEpisodes.NONE),
                        book,
                        new ReadPast(connection),
                        rain))
                .toList();
        write(judgements, rain);
    }

    private Map<Long, StandingEpisodes> standing() throws SQLException {
        Instant since = claims.stream()
                .map(Claim::from)
                .min(Comparator.naturalOrder())
                .orElse(now)
                .minus(FURTHER_BACK);
        List<StandingAlert> alerts = OverlappingAlerts.on(
                connection,
                claims.stream()
                        .map(claim -> MatchEpisodes.subject(claim.assetId()))
                        .toList(),
                since);
        Map<Long, Evidence> evidence = ReadEvidence.on(connection, alerts);
        Map<Long, StandingEpisodes> standing = new HashMap<>();
        for (Claim claim : claims) {
            String subject = MatchEpisodes.subject(claim.assetId());
            standing.put(
                    claim.assetId(),
                    new StandingEpisodes(
                            alerts.stream()
                                    .filter(alert -> alert.subject().equals(subject))
                                    .toList(),
                            evidence));
        }
        return standing;
    }

    private void write(List<Judgement> judgements, TellRain rain) throws SQLException {
        Map<AssetFacts, OccurrenceChanges> occurrences = new LinkedHashMap<>();
        judgements.forEach(one -> occurrences.put(one.seen().sensed().asset(), one.occurrences()));
        List<NewAlert> opened =
                judgements.stream().flatMap(one -> one.opened().stream()).toList();
        List<AlertChange> changed = new ArrayList<>(SettledOrders.by(connection, occurrences));
        judgements.forEach(one -> changed.addAll(one.changed()));
        List<NoticeRow> notices = opened.isEmpty() && changed.isEmpty()
                ? List.of()
                : WriteAlerts.on(connection, new Verdicts(opened, changed, rounds(judgements), received()), book, now);
        WriteOccurrences.on(connection, occurrences, now);
        rain.lookAround(occurrences, now);
        if (!notices.isEmpty()) {
            AppendNotices.hold(connection);
        }
        WriteFlags.on(
                connection,
                judgements.stream().flatMap(one -> one.flags().stream()).toList(),
                now);
        setBands(judgements);
        Map<Long, Instant> nextAt = new HashMap<>();
        judgements.forEach(one -> nextAt.put(one.seen().claim().assetId(), one.nextAt()));
        SetNextLook.on(connection, nextAt, now);
        AppendNotices.on(connection, notices);
    }

    private Map<Long, Instant> rounds(List<Judgement> judgements) {
        Map<Long, Instant> rounds = new HashMap<>();
        judgements.stream()
                .filter(one -> !one.opened().isEmpty())
                .map(one -> one.seen().sensed().asset())
                .forEach(asset -> book.nextRound(asset, now).ifPresent(round -> rounds.put(asset.id(), round)));
        return rounds;
    }

    private Map<Long, Instant> received() {
        Map<Long, Instant> received = new HashMap<>();
        claims.forEach(claim -> claim.receivedAt().ifPresent(at -> received.put(claim.assetId(), at)));
        return received;
    }

    /** A reading that was committed since the readings were read was held against the old band: its asset is due again. */
    private void setBands(List<Judgement> judgements) throws SQLException {
        Map<Integer, Quiet> bands = new HashMap<>();
        judgements.forEach(one -> bands.putAll(one.bands()));
        Map<Integer, Instant> newest = SetBands.on(connection, bands);
        Map<Long, Instant> missed = new HashMap<>();
        for (Judgement one : judgements) {
            for (int series : one.bands().keySet()) {
                Instant stored = newest.getOrDefault(series, Instant.MIN);
                Instant seen = one.seen().newestOf(series).orElse(Instant.MIN);
                boolean isJudged = one.seen().sensed().courses().stream().anyMatch(of -> of.seriesId() == series);
                if (isJudged && stored.isAfter(seen)) {
                    Instant from = seen.equals(Instant.MIN) ? now.minus(ClaimAssets.MOST_BACK) : seen;
                    missed.merge(one.seen().claim().assetId(), from, (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        DueAgain.on(connection, missed, now);
    }
}
