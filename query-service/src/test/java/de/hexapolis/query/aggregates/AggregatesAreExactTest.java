package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.answer.BytesInFlight;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.selection.AssetFilterParameters;
import de.hexapolis.query.selection.AssetSelection;
import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.sql.Database;
import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.telemetry.Quantity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statements answer is what a recomputation from all readings says, at any moment of the rollups. */
class AggregatesAreExactTest {
    private static final int DAYS = 9;
    private static final Caller OPERATOR = new Caller("Otto", Set.of(Audience.OPERATOR), Set.of());

    @ParameterizedTest
    @CsvSource({"2026-03-25, 1", "2026-03-26, 2", "2026-10-20, 3", "2026-10-22, 4"})
    void whateverIsRolledUpOverAChangeOfTheClocks(LocalDate first, long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            for (int round = 0; round < 3; round++) {
                ShuffledCity city = ShuffledCity.fill(server, first, DAYS, random);
                for (int question = 0; question < 12; question++) {
                    AggregateQuery query = anyQuery(city, random, random.nextInt(3) == 0);
                    Instant now = city.midnight(1 + random.nextInt(DAYS)).plusSeconds(random.nextInt(80_000));
                    Answer answer = answer(database, query, now);
                    assertSame(answer, city.readings(), now, "seed %d, round %d, %s".formatted(seed, round, query));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25, 6", "2026-10-22, 7"})
    void whateverZonesTheAssetsLieIn(LocalDate first, long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity.moveOne(server);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            ShuffledCity city = ShuffledCity.fill(server, first, DAYS, random, ShuffledCity.FAR_ZONE);
            for (int question = 0; question < 16; question++) {
                AggregateQuery query = anyQuery(city, random, true);
                Instant now = city.midnight(1 + random.nextInt(DAYS)).plusSeconds(random.nextInt(80_000));
                Answer answer = answer(database, query, now);
                assertSame(answer, city.readings(), now, "seed %d, %s".formatted(seed, query));
            }
        }
    }

    @Test
    void estimatesPercentilesOfEachAssetWithinOnePercent() throws SQLException {
        SplittableRandom random = new SplittableRandom(5);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity city = ShuffledCity.fill(server, LocalDate.parse("2026-10-20"), DAYS, random);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            // quarters of an hour take readings, and so are refused
            for (Bucket bucket : EnumSet.complementOf(EnumSet.of(Bucket.QUARTER_HOUR))) {
                AggregateQuery query = new AggregateQuery(
                        List.of(Quantity.FILL_LEVEL),
                        List.of(),
                        new Moment.Midnight(city.day(0)),
                        new Moment.Midnight(city.day(DAYS)),
                        bucket,
                        Optional.empty(),
                        Grouping.ASSET,
                        List.of(AggregateFunction.P05, AggregateFunction.MEDIAN, AggregateFunction.P95),
                        Gap.NONE,
                        Pool.ASSETS,
                        Ordering.USUAL);
                // long after the observations may have been deleted, so that only digests will do
                Answer answer = answer(database, query, city.midnight(DAYS).plus(Duration.ofDays(1_000)));
                assertThat(answer.estimated()).isEqualTo(query.functions());
                assertClose(answer, city.readings(), query.functions(), 0.0101, bucket.wireName());
            }
        }
    }

    @Test
    void takesThePartsOfOldDaysFromTheirHours() throws SQLException {
        SplittableRandom random = new SplittableRandom(8);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity city = ShuffledCity.fill(server, LocalDate.parse("2026-10-20"), DAYS, random);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            AggregateQuery query = new AggregateQuery(
                    List.of(Quantity.FILL_LEVEL),
                    List.of(),
                    new Moment.Exactly(city.midnight(1).plus(Duration.ofHours(5))),
                    new Moment.Exactly(city.midnight(DAYS - 1).plus(Duration.ofHours(3))),
                    Bucket.DAY,
                    Optional.empty(),
                    Grouping.ASSET,
                    List.of(AggregateFunction.AVG, AggregateFunction.MAX, AggregateFunction.COUNT),
                    Gap.NULL,
                    Pool.ASSETS,
                    Ordering.USUAL);
            Instant now = city.midnight(DAYS).plus(Duration.ofDays(1_000));
            Answer answer = answer(database, query, now);
            assertThat(answer.source()).isEqualTo(Source.HOUR);
            assertSame(answer, city.readings(), now, "parts of old days");
        }
    }

    @Test
    void countsAnAssetThatWasRetiredAsLongAsItReported() throws SQLException {
        SplittableRandom random = new SplittableRandom(9);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity city = ShuffledCity.fill(server, LocalDate.parse("2026-10-20"), DAYS, random);
            ShuffledCity.retire(server, ShuffledCity.LONE_ASSET);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            Instant now = city.midnight(DAYS + 20);
            for (Grouping group : List.of(Grouping.NONE, Grouping.ASSET)) {
                Answer past = answer(database, days(city.day(0), city.day(DAYS), group, AggregateFunction.AVG), now);
                assertSame(past, city.readings(), now, "a retired asset's past by " + group.wireName());
            }
            for (int day : List.of(-9, DAYS + 1)) {
                AggregateQuery silent = days(city.day(day), city.day(day + 7), Grouping.ASSET, AggregateFunction.COUNT);
                assertThat(answer(database, silent, now).lines())
                        .hasSize(4)
                        .noneMatch(line -> line.group().asset() == ShuffledCity.LONE_ASSET);
            }
        }
    }

    @Test
    void asksForNoZoneOnceTheOnlyAssetOfAnotherIsSilent() throws SQLException {
        SplittableRandom random = new SplittableRandom(11);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity.moveOne(server);
            ShuffledCity city =
                    ShuffledCity.fill(server, LocalDate.parse("2026-10-20"), DAYS, random, ShuffledCity.FAR_ZONE);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            AggregateQuery later =
                    days(city.day(DAYS + 1), city.day(DAYS + 3), Grouping.ASSET, AggregateFunction.COUNT);
            Instant now = city.midnight(DAYS + 20);
            assertThatThrownBy(() -> answer(database, later, now)).hasMessageContaining("zone");
            ShuffledCity.retire(server, ShuffledCity.FAR_ASSET);
            assertThat(answer(database, later, now).calendar().zone()).isEqualTo(ShuffledCity.ZONE);
        }
    }

    @Test
    void expectsNothingOfARetiredAssetOnceItIsSilent() throws SQLException {
        SplittableRandom random = new SplittableRandom(12);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity city = ShuffledCity.fill(server, LocalDate.parse("2026-10-20"), DAYS, random);
            ShuffledCity.retire(server, ShuffledCity.LONE_ASSET);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            Instant now = city.midnight(DAYS + 20);
            AggregateQuery query = days(city.day(0), city.day(DAYS + 7), Grouping.ASSET, AggregateFunction.COVERAGE);
            Answer answer = answer(database, query, now);
            Recomputation untilNow = new Recomputation(city.readings(), now);
            Recomputation untilSilent = new Recomputation(city.readings(), lastOf(city, ShuffledCity.LONE_SERIES));
            for (int line : answer.order()) {
                boolean retired = seriesOf(answer.lines().get(line)).contains(ShuffledCity.LONE_SERIES);
                assertLine(answer, line, AggregateFunction.COVERAGE, retired ? untilSilent : untilNow, 1e-9, "retired");
            }
        }
    }

    private static Instant lastOf(ShuffledCity city, int series) {
        return city.readings().stream()
                .filter(reading -> reading.series() == series)
                .map(Reading::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void expectsNothingOfADeviceBeforeItIsInstalled() throws SQLException {
        SplittableRandom random = new SplittableRandom(10);
        try (DatabaseServer server = DatabaseServer.migrated()) {
            ShuffledCity.register(server);
            ShuffledCity city = ShuffledCity.fill(server, LocalDate.parse("2026-03-25"), DAYS, random);
            Database database = new Database(server.dataSource(), Duration.ofSeconds(60));
            AggregateQuery query =
                    days(LocalDate.parse("2026-03-28"), city.day(DAYS), Grouping.ASSET, AggregateFunction.COVERAGE);
            // hours before the device of asset 1 is swapped
            Instant now = Instant.parse("2026-03-29T04:00:00Z");
            assertSame(answer(database, query, now), city.readings(), now, "before a swap");
        }
    }

    private static AggregateQuery days(LocalDate from, LocalDate to, Grouping group, AggregateFunction function) {
        return new AggregateQuery(
                List.of(Quantity.FILL_LEVEL),
                List.of(),
                new Moment.Midnight(from),
                new Moment.Midnight(to),
                Bucket.DAY,
                Optional.empty(),
                group,
                List.of(function),
                Gap.NULL,
                Pool.ASSETS,
                Ordering.USUAL);
    }

    private static AggregateQuery anyQuery(ShuffledCity city, SplittableRandom random, boolean inZone) {
        Bucket bucket = any(random, Bucket.values());
        int from = random.nextInt(city.days() - 1);
        int until = from + 1 + random.nextInt(city.days() - from - 1);
        boolean ragged = random.nextInt(3) == 0;
        return new AggregateQuery(
                List.of(Quantity.FILL_LEVEL),
                random.nextInt(6) == 0 ? List.of("depth-3") : List.of(),
                ragged
                        ? new Moment.Exactly(city.midnight(from).plusMillis(random.nextInt(80_000_000)))
                        : new Moment.Midnight(city.day(from)),
                ragged
                        ? new Moment.Exactly(city.midnight(until).plusMillis(random.nextInt(80_000_000)))
                        : new Moment.Midnight(city.day(until)),
                bucket,
                inZone
                        ? Optional.of(any(
                                random, new ZoneId[] {ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata"), ShuffledCity.ZONE}))
                        : Optional.empty(),
                any(random, Grouping.values()),
                random.nextInt(3) == 0
                        ? List.of(AggregateFunction.AVG, AggregateFunction.MAX, AggregateFunction.COUNT)
                        : List.of(AggregateFunction.values()),
                Gap.NULL,
                any(random, Pool.values()),
                Ordering.USUAL);
    }

    private static <T> T any(SplittableRandom random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static Answer answer(Database database, AggregateQuery query, Instant now) {
        return database.read(connection -> {
            List<SelectedAsset> assets = AssetSelection.selectSince(
                    connection, new AssetFilterParameters().filter(), OPERATOR, now, query.earliest(), 100);
            Question question = new Question(query, new Page(100, Optional.empty()), Format.JSON, now);
            try (BytesInFlight.Share share = new BytesInFlight().share()) {
                return new Aggregates(Duration.ofDays(400)).of(connection, question, assets, share);
            }
        });
    }

    private static void assertSame(Answer answer, Collection<Reading> readings, Instant now, String what) {
        Map<Set<Integer>, Integer> lines = new HashMap<>();
        for (int line : answer.order()) {
            lines.put(seriesOf(answer.lines().get(line)), line);
        }
        boolean inTwoCities = answer.lines().stream()
                .flatMap(line -> line.members().stream())
                .anyMatch(member -> member.asset().zone().equals(ShuffledCity.FAR_ZONE));
        assertThat(lines.keySet())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(expectedLines(answer.query(), inTwoCities));
        Recomputation expected = new Recomputation(readings, now);
        lines.forEach((series, line) -> {
            for (AggregateFunction function : answer.query().functions()) {
                assertLine(answer, line, function, expected, 1e-9, what);
            }
        });
    }

    private static void assertClose(
            Answer answer, Collection<Reading> readings, List<AggregateFunction> functions, double share, String what) {
        Recomputation expected = new Recomputation(readings, Instant.MAX);
        for (int line : answer.order()) {
            for (AggregateFunction function : functions) {
                assertLine(answer, line, function, expected, share, what);
            }
        }
    }

    private static void assertLine(
            Answer answer, int line, AggregateFunction function, Recomputation expected, double share, String what) {
        List<Instant> edges = answer.calendar().edges();
        for (Answer.Row row : answer.rows(line)) {
            OptionalDouble value = expected.of(
                    function,
                    seriesOf(answer.lines().get(line)),
                    answer.query().pool(),
                    edges.get(row.bucket()),
                    edges.get(row.bucket() + 1));
            double actual = row.values().get(answer.query().functions().indexOf(function));
            String where = "%s of line %d, bucket %s from %s; %s"
                    .formatted(function, line, row.bucket(), answer.source(), what);
            double wanted = value.orElse(function == AggregateFunction.COUNT ? 0 : Double.NaN);
            boolean sameBits = function == AggregateFunction.MIN
                    || function == AggregateFunction.MAX
                    || function == AggregateFunction.COUNT;
            if (Double.isNaN(wanted)) {
                assertThat(actual).as(where).isNaN();
            } else if (sameBits) {
                assertThat(actual).as(where).isEqualTo(wanted);
            } else {
                assertThat(actual).as(where).isCloseTo(wanted, within(share * Math.max(1, Math.abs(wanted))));
            }
        }
    }

    private static Set<Integer> seriesOf(Line line) {
        Set<Integer> series = new HashSet<>();
        line.members().forEach(member -> series.add(member.series()));
        return series;
    }

    /** The series that each line must hold. */
    private static Collection<Set<Integer>> expectedLines(AggregateQuery query, boolean inTwoCities) {
        Map<String, Set<Integer>> lines = new HashMap<>();
        for (int series = 1; series <= ShuffledCity.ASSET_OF_SERIES.size(); series++) {
            if (query.channels().isEmpty() || series == 3) {
                int asset = ShuffledCity.ASSET_OF_SERIES.get(series - 1);
                String key =
                        switch (query.group()) {
                            case ASSET -> "asset " + asset;
                            case DISTRICT -> ShuffledCity.DISTRICT_OF_ASSET.get(asset - 1);
                            case CITY -> inTwoCities && asset == 5 ? "newport" : "fulda";
                            case KIND, NONE -> "all";
                        };
                lines.computeIfAbsent(key, none -> new HashSet<>()).add(series);
            }
        }
        return lines.values();
    }
}
