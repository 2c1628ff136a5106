package de.hexapolis.judge;

import de.hexapolis.rules.CommonCause;
import de.hexapolis.rules.Episode;
import de.hexapolis.rules.Evidence;
import de.hexapolis.rules.Reason;
import de.hexapolis.rules.ResolvedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How long a source or gateway was not heard, and what that means for the devices that are heard only through it: what
 * all of them share is found before the first of them is silent by itself. Immutable.
 *
 * @param rule by which it is told
 * @param subject without the city, such as {@code gateway:a84041ffff000001}
 * @param since when it was heard last, or later, if it could not be heard
 */
record SharedSilence(
        CommonCause cause, ResolvedRule rule, String subject, Instant since, Instant now, List<Sharer> sharers) {
    /** Who is late so many times over is silent by itself, too: three intervals. */
    private static final int SILENT = 2;

    SharedSilence {
        sharers = List.copyOf(sharers);
    }

    /** It is longer than such devices leave between their messages on average, so nothing can be said of a single one. */
    boolean isQuiet() {
        return sharers.size() >= cause.atLeast() && age().compareTo(limit()) >= 0;
    }

    /** And several should have been heard meanwhile: it is no gap of the usual ones. By and by each is silent by itself. */
    boolean isMissed() {
        return isQuiet() && late(1).size() >= cause.atLeast() && late(SILENT).size() < cause.atLeast();
    }

    /** And enough of all; or, when several would be told by themselves, those that most of all messages come from. */
    boolean isSilent() {
        List<Sharer> late = late(1);
        boolean areMost = late.size() >= cause.share() * sharers.size();
        boolean sendMost = messagesASecond(late) >= cause.share() * messagesASecond(sharers);
        boolean areSilent = late(SILENT).size() >= cause.atLeast();
        return isQuiet() && (areMost || (sendMost && areSilent));
    }

    /** The same, if the devices report as here. */
    SharedSilence among(List<Sharer> known) {
        return new SharedSilence(cause, rule, subject, since, now, known);
    }

    private List<Sharer> late(int times) {
        return sharers.stream()
                .filter(sharer -> sharer.lateAfter().multipliedBy(times).compareTo(age()) <= 0)
                .toList();
    }

    private Duration age() {
        return Duration.between(since, now);
    }

    /** At least so long, and so many of the gaps that devices of such intervals leave between their messages. */
    private Duration limit() {
        double messagesASecond = Math.max(messagesASecond(sharers), 1e-9);
        Duration gaps = Duration.ofSeconds(Math.round(cause.intervals() / messagesASecond));
        return gaps.compareTo(cause.silentFor()) > 0 ? gaps : cause.silentFor();
    }

    private static double messagesASecond(List<Sharer> some) {
        return some.stream()
                .mapToDouble(sharer -> 1.0 / Math.max(1, sharer.interval().toSeconds()))
                .sum();
    }

    SortedSet<String> cities() {
        return sharers.stream().map(Sharer::city).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The subject of a city's alert. */
    String subjectIn(String city) {
        return subject + "/" + city;
    }

    long[] assetsIn(String city) {
        return sharers.stream()
                .filter(sharer -> sharer.city().equals(city))
                .mapToLong(Sharer::assetId)
                .distinct()
                .toArray();
    }

    Episode episode() {
        return new Episode(
                since,
                Optional.empty(),
                cause.severity(),
                new Evidence(List.of(
                        reason("message", age().toSeconds() / 60.0, "min", limit().toSeconds() / 60.0, "silent_for"),
                        reason("devices", sharers.size(), "", cause.atLeast(), "at_least"))));
    }

    private Reason reason(String what, double value, String unit, double limit, String comparison) {
        String name = subject.substring(subject.indexOf(':') + 1);
        return new Reason(
                what,
                Optional.of(name),
                value,
                Optional.of(unit).filter(some -> !some.isEmpty()),
                since,
                comparison,
                limit,
                OptionalInt.empty());
    }
}
