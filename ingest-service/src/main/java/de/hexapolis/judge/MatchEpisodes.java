package de.hexapolis.judge;

import de.hexapolis.orders.AlertChange;
import de.hexapolis.orders.AlertChange.Kind;
import de.hexapolis.orders.AlertState;
import de.hexapolis.orders.NewAlert;
import de.hexapolis.orders.PersonsPart;
import de.hexapolis.orders.StandingAlert;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Course;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the alert that stands for each episode, and says what is new, what has changed and what was none. Judging once more
 * with the same readings finds nothing. Pure; one thread, used once.
 */
final class MatchEpisodes {
    private static final String RETIRED = "retired";
    static final String RULE_CHANGED = "rule_changed";
    private static final String LATE_DATA = "late_data";
    private static final String FLAGGED = "flagged";
    static final String NO_LONGER = "no_longer_applies";

    private final Sensed sensed;
    private final StandingEpisodes standing;
    private final List<NewAlert> opened = new ArrayList<>();
    private final List<AlertChange> changed = new ArrayList<>();

    MatchEpisodes(Sensed sensed, StandingEpisodes standing) {
        this.sensed = sensed;
        this.standing = standing;
    }

    /** The subject of an asset's alerts. */
    static String subject(long asset) {
        return "asset:" + asset;
    }

    List<NewAlert> opened() {
        return List.copyOf(opened);
    }

    List<AlertChange> changed() {
        return List.copyOf(changed);
    }

    /** @param findings of all rules that hold for the asset: what other rules told is none any more */
    void match(List<Finding> findings) {
        List<String> rules =
                findings.stream().map(finding -> finding.rule().id()).toList();
        standing.alerts().stream()
                .filter(alert -> !rules.contains(alert.ruleId()))
                .forEach(alert -> isNone(alert, sensed.asset().retired() ? RETIRED : RULE_CHANGED));
        findings.forEach(this::match);
    }

    private void match(Finding finding) {
        List<StandingAlert> left = new ArrayList<>(standing.of(finding.rule().id()));
        for (Told told : finding.told()) {
            Optional<StandingAlert> alert = standingFor(told, left);
            if (alert.isPresent()) {
                left.remove(alert.get());
                compare(alert.get(), finding, beside(alert.get(), finding, told));
            } else if (isWorthTelling(finding, told)) {
                opened.add(alert(finding, told.episode()));
            }
        }
        for (StandingAlert alert : left) {
            String reason = finding.silencedBy().orElseGet(() -> whyNone(finding, alert));
            if (neverWas(finding, alert)) {
                change(alert, Kind.NEVER_WAS, Optional.empty(), reason);
            } else {
                isNone(alert, reason);
            }
        }
    }

    /**
     * Whether readings alone closed it, by the same rule, and those of the same series now tell nothing there. What a
     * person worked on stays as it was.
     */
    private boolean neverWas(Finding finding, StandingAlert alert) {
        boolean isJudgedAnew = !alert.began().isBefore(sensed.from())
                || alert.ended().filter(ended -> !ended.isBefore(sensed.from())).isPresent()
                || finding.told().stream().anyMatch(told -> overlap(alert, told));
        boolean isOfTheRule = finding.silencedBy().isEmpty()
                && !finding.rule().when().livesByTheClock()
                && !alert.began().isBefore(finding.since())
                && finding.rule().edition().equals(alert.edition());
        Set<Integer> series = sensed.courses().stream().map(Course::seriesId).collect(Collectors.toSet());
        return alert.state() == AlertState.VERIFIED
                && alert.part() == PersonsPart.NONE
                && isJudgedAnew
                && isOfTheRule
                && series.containsAll(standing.seriesOf(alert));
    }

    private String whyNone(Finding finding, StandingAlert alert) {
        boolean isFlagged = standing.seriesOf(alert).stream().anyMatch(series -> sensed.courses().stream()
                .anyMatch(course -> course.seriesId() == series && course.isFlaggedAt(sensed.now())));
        if (isFlagged) {
            return FLAGGED;
        }
        return finding.rule().when().livesByTheClock() ? NO_LONGER : LATE_DATA;
    }

    /** The open one, else the first that overlaps it and was not taken back. */
    private static Optional<StandingAlert> standingFor(Told told, List<StandingAlert> left) {
        List<StandingAlert> overlapping = left.stream()
                .filter(alert -> overlap(alert, told) && !StandingEpisodes.wasNone(alert))
                .toList();
        return overlapping.stream()
                .filter(alert -> !alert.state().isClosed())
                .findFirst()
                .or(() -> overlapping.stream().findFirst());
    }

    /** Where another one stays that began just then, this one keeps its beginning: no two have the same. */
    private Told beside(StandingAlert alert, Finding finding, Told told) {
        boolean isTaken = standing.of(alert.ruleId()).stream()
                .filter(other -> other.alertId() != alert.alertId())
                .filter(other -> other.began().equals(told.began()))
                .anyMatch(other -> other.state() == AlertState.VERIFIED && !neverWas(finding, other));
        return isTaken ? told.beginning(alert.began()) : told;
    }

    private static boolean overlap(StandingAlert alert, Told told) {
        boolean meet = alert.began().isBefore(told.until())
                && told.began().isBefore(alert.ended().orElse(Instant.MAX));
        return meet || alert.began().equals(told.began());
    }

    private void compare(StandingAlert alert, Finding finding, Told told) {
        Episode episode = told.episode();
        boolean isOver = episode.ended().isPresent();
        boolean isWorse = episode.severity().compareTo(alert.severity()) > 0;
        boolean differs = !episode.began().equals(alert.began()) || isOtherwiseKnown(alert, finding, episode);
        if (!alert.state().isClosed()) {
            if (isWorse) {
                change(alert, Kind.ROSE, episode, "");
            } else if (differs && !isOver) {
                change(alert, Kind.CORRECTED, episode, "");
            }
            if (told.explainedBy().isPresent()) {
                change(
                        alert,
                        Kind.WITHDRAWN,
                        episode,
                        "explained_by " + told.explainedBy().get());
            } else if (isOver) {
                change(alert, Kind.ENDED, episode, "");
            }
        } else if (alert.ended().isEmpty()) {
            if (isOver) {
                change(alert, Kind.ENDED, episode, "");
            }
        } else if (!isOver) {
            if (alert.state() == AlertState.VERIFIED) {
                change(alert, Kind.REOPENED, episode, LATE_DATA);
            }
        } else if (differs || isWorse || !episode.ended().equals(alert.ended())) {
            change(alert, Kind.CORRECTED, episode, "");
        }
    }

    /** The next judgement goes by the readings that opened it. */
    private boolean isOtherwiseKnown(StandingAlert alert, Finding finding, Episode episode) {
        return !finding.rule().when().livesByTheClock() && !episode.evidence().equals(standing.evidenceOf(alert));
    }

    private void isNone(StandingAlert alert, String reason) {
        if (!alert.state().isClosed()) {
            change(alert, Kind.WITHDRAWN, Optional.empty(), reason);
        } else if (alert.ended().isEmpty()) {
            change(alert, Kind.ENDED, Optional.empty(), "");
        }
    }

    /** What is over since yesterday, or comes from readings that are a day old, is nobody's work any more. */
    private boolean isWorthTelling(Finding finding, Told told) {
        Instant yesterday = sensed.now().minus(ClaimAssets.MOST_BACK);
        boolean isOld = told.episode().ended().isPresent() && told.began().isBefore(yesterday);
        if (isOld || told.explainedBy().isPresent() || told.until().isBefore(sensed.from())) {
            return false;
        }
        return finding.rule().when().livesByTheClock() || !newestReading().isBefore(yesterday);
    }

    private Instant newestReading() {
        Stream<Instant> points = sensed.courses().stream()
                .map(Course::points)
                .filter(of -> !of.isEmpty())
                .map(of -> of.get(of.size() - 1).observedAt());
        Stream<Instant> others = Stream.concat(
                sensed.signals().stream().map(signal -> signal.observedAt()),
                sensed.fixes().stream().map(fix -> fix.observedAt()));
        return Stream.concat(points, others).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private NewAlert alert(Finding finding, Episode episode) {
        AssetFacts asset = sensed.asset();
        return new NewAlert(
                subject(asset.id()), Optional.of(asset.id()), asset.city(), asset.district(), finding.rule(), episode);
    }

    private void change(StandingAlert alert, Kind kind, Episode episode, String reason) {
        change(alert, kind, Optional.of(episode), reason);
    }

    private void change(StandingAlert alert, Kind kind, Optional<Episode> episode, String reason) {
        changed.add(new AlertChange(alert.alertId(), kind, episode, reason));
    }
}
