package de.hexapolis.judge;

import de.hexapolis.occurrences.Occurrences;
import de.hexapolis.plausibility.Flags;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Course;
import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.rules.Outlook;
import de.hexapolis.rules.Point;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Sensed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what was sensed at claimed assets, each thing by one statement for all of them. One thread, used once. */
final class ReadSenses {
    private static final Duration USUAL_INTERVAL = Duration.ofHours(1);

    private final Connection connection;
    private final RuleBook book;
    private final List<Claim> claims;
    private final Instant now;
    private final Map<Long, AssetFacts> assets;
    private final Map<Long, List<DeviceFacts>> devices;
    private final Map<Long, List<SeriesRow>> series;

    private ReadSenses(Connection connection, RuleBook book, List<Claim> claims, Instant now) throws SQLException {
        this.connection = connection;
        this.book = book;
        this.claims = claims;
        this.now = now;
        long[] ids = claims.stream().mapToLong(Claim::assetId).toArray();
        this.assets = ReadAssets.on(connection, ids);
        this.devices = ReadDevices.on(connection, ids, now);
        this.series = ReadSeries.on(connection, ids);
    }

    /** In the order of the claims. */
    static List<Seen> on(Connection connection, RuleBook book, List<Claim> claims, Instant now) throws SQLException {
        return new ReadSenses(connection, book, claims, now).read();
    }

    private List<Seen> read() throws SQLException {
        Map<Integer, List<StoredFlag>> flags = flags();
        Map<Integer, List<Point>> points = ReadCourses.on(connection, wanted());
        Map<Long, Instant> sinceSignals = claims.stream().collect(Collectors.toMap(Claim::assetId, claim -> claim.from()
                .minus(book.lookBackOfSignals(asset(claim)))));
        var events = ReadSignals.events(connection, sinceSignals);
        var fixes = ReadSignals.fixes(connection, sinceSignals);
        var outlooks = ReadOutlooks.on(
                connection, claims.stream().mapToLong(Claim::assetId).toArray());
        var occurrences = ReadOccurrences.on(connection, claims);
        ReadCauses causes = ReadCauses.on(
                connection, claims.stream().mapToLong(Claim::assetId).toArray(), now);
        List<Seen> seen = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            long id = claim.assetId();
            List<Course> courses = courses(id, points, flags);
            List<Outlook> ofAsset = outlooks.getOrDefault(id, List.of());
            List<StoredOccurrence> happened = occurrences.getOrDefault(id, List.of());
            Sensed sensed = new Sensed(
                    asset(claim),
                    courses,
                    events.getOrDefault(id, List.of()),
                    fixes.getOrDefault(id, List.of()),
                    devicesOf(id).stream()
                            .map(device -> UsualGap.of(device, courses, now))
                            .toList(),
                    happened.stream().map(StoredOccurrence::asHappening).toList(),
                    ofKind(ofAsset, "full").stream().findFirst(),
                    ofKind(ofAsset, "dry"),
                    causes.of(id),
                    claim.from(),
                    now);
            seen.add(new Seen(claim, sensed, seriesOf(id), ofSeries(flags, id), happened));
        }
        return seen;
    }

    private Map<Integer, List<StoredFlag>> flags() throws SQLException {
        int[] ids = series.values().stream()
                .flatMap(List::stream)
                .mapToInt(SeriesRow::id)
                .toArray();
        Instant since = claims.stream()
                .map(claim -> claim.from().minus(lookBack(claim)))
                .min(Comparator.naturalOrder())
                .orElse(now);
        return ReadFlags.on(connection, ids, since);
    }

    private List<ReadCourses.Wanted> wanted() {
        List<ReadCourses.Wanted> wanted = new ArrayList<>();
        for (Claim claim : claims) {
            Instant since = claim.from().minus(lookBack(claim));
            seriesOf(claim.assetId()).stream()
                    .filter(this::isInstalled)
                    .forEach(one -> wanted.add(new ReadCourses.Wanted(one.id(), claim.from(), since)));
        }
        return wanted;
    }

    private List<Course> courses(long asset, Map<Integer, List<Point>> points, Map<Integer, List<StoredFlag>> flags) {
        return seriesOf(asset).stream()
                .filter(this::isInstalled)
                .map(one -> new Course(
                        one.id(),
                        one.of(),
                        interval(one),
                        points.getOrDefault(one.id(), List.of()),
                        flags.getOrDefault(one.id(), List.of()).stream()
                                .map(StoredFlag::span)
                                .toList()))
                .toList();
    }

    private Duration lookBack(Claim claim) {
        Duration slowest = devicesOf(claim.assetId()).stream()
                .map(DeviceFacts::interval)
                .max(Comparator.naturalOrder())
                .orElse(USUAL_INTERVAL);
        AssetFacts asset = asset(claim);
        return Stream.of(
                        book.lookBack(asset, slowest),
                        Flags.lookBack(book.plausibilityFor(asset), slowest),
                        Occurrences.lookBack(book.occurrencesFor(asset)))
                .max(Comparator.naturalOrder())
                .orElse(slowest);
    }

    private Duration interval(SeriesRow one) {
        return device(one).map(DeviceFacts::interval).orElse(USUAL_INTERVAL);
    }

    private boolean isInstalled(SeriesRow one) {
        return device(one).isPresent();
    }

    private Optional<DeviceFacts> device(SeriesRow one) {
        return devicesOf(one.assetId()).stream()
                .filter(device -> device.id() == one.of().deviceId())
                .findFirst();
    }

    private AssetFacts asset(Claim claim) {
        AssetFacts asset = assets.get(claim.assetId());
        if (asset == null) {
            throw new IllegalStateException("there is no asset " + claim.assetId());
        }
        return asset;
    }

    private List<DeviceFacts> devicesOf(long asset) {
        return devices.getOrDefault(asset, List.of());
    }

    private List<SeriesRow> seriesOf(long asset) {
        return series.getOrDefault(asset, List.of());
    }

    private Map<Integer, List<StoredFlag>> ofSeries(Map<Integer, List<StoredFlag>> flags, long asset) {
        Map<Integer, List<StoredFlag>> found = new HashMap<>();
        for (SeriesRow one : seriesOf(asset)) {
            found.put(one.id(), flags.getOrDefault(one.id(), List.of()));
        }
        return found;
    }

    private static List<Outlook> ofKind(List<Outlook> outlooks, String kind) {
        return outlooks.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
