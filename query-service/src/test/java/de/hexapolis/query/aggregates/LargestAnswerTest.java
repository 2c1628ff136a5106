package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.answer.Body;
import de.hexapolis.query.answer.BytesInFlight;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is just not too large fits into the service's memory, even if many ask for it at once and nobody reads it. */
class LargestAnswerTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int LINES = 1_000;
    private static final int HOURS = 500;
    private static final int ASKING = 8;
    /** What the service takes without any answer. */
    private static final int SERVICE = 64 << 20;

    @ParameterizedTest
    @EnumSource(names = {"JSON", "CSV"})
    void isWrittenForAllWhoFindRoomWith256MegabytesOfMemory(Format format) throws IOException, InterruptedException {
        assertThat((long) LINES * HOURS).isEqualTo(Affordable.MOST_VALUES);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargestAnswerTest.class.getName(),
                        format.name())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isZero();
    }

    /** In a process of its own, with the memory that the service has. */
    public static void main(String[] arguments) throws InterruptedException {
        Format format = Format.valueOf(arguments[0]);
        byte[] service = new byte[SERVICE];
        BytesInFlight inFlight = new BytesInFlight();
        List<Body> unread = new CopyOnWriteArrayList<>();
        ExecutorService asking = Executors.newFixedThreadPool(ASKING);
        for (int i = 0; i < ASKING; i++) {
            asking.execute(() -> write(format, inFlight).ifPresent(unread::add));
        }
        asking.shutdown();
        boolean ended = asking.awaitTermination(100, TimeUnit.SECONDS);
        boolean large = unread.stream().allMatch(body -> body.length() > 20_000_000);
        boolean some = unread.size() >= (format == Format.JSON ? 2 : 1) && unread.size() < ASKING;
        System.exit(ended && large && some && service.length == SERVICE ? 0 : 1);
    }

    /** Empty if there was no room. */
    private static Optional<Body> write(Format format, BytesInFlight inFlight) {
        Body body = new Body(inFlight.share());
        try {
            body.share().take(size(format));
        } catch (Problem busy) {
            return Optional.empty();
        }
        if (format == Format.CSV) {
            AnswerCsv.write(largest(), format, body);
        } else {
            AnswerJson.write(largest(), body);
        }
        return Optional.of(body);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "CSV"})
    void isNotLargerThanItsShare(Format format) {
        Body body = write(format, new BytesInFlight()).orElseThrow();
        long table = 2L * Double.BYTES * LINES * HOURS;
        assertThat(body.length() + table).isBetween(size(format) * 3 / 4, size(format));
    }

    private static long size(Format format) {
        Asked asked = new Asked(
                lines(),
                calendar(),
                List.of(AggregateFunction.AVG),
                Pool.ASSETS,
                new CityZones(Set.of(BERLIN)),
                Instant.EPOCH);
        return AnswerSize.of(asked, Gap.NONE, format, LINES);
    }

    private static List<Line> lines() {
        return IntStream.range(0, LINES).mapToObj(LargestAnswerTest::line).toList();
    }

    private static BucketCalendar calendar() {
        Instant from = Instant.parse("2026-06-30T22:00:00Z");
        return BucketCalendar.of(Bucket.HOUR, BERLIN, from, from.plus(Duration.ofHours(HOURS)));
    }

    private static Answer largest() {
        BucketCalendar calendar = calendar();
        List<AggregateFunction> functions = List.of(AggregateFunction.AVG);
        Table table = new Table(LINES, HOURS, functions);
        for (int line = 0; line < LINES; line++) {
            for (int hour = 0; hour < HOURS; hour++) {
                table.putCount(line, hour, 1);
                table.put(line, hour, AggregateFunction.AVG, 100.0 / (1 + line + hour));
            }
        }
        return new Answer(
                new AggregateQuery(
                        List.of(Quantity.FILL_LEVEL),
                        List.of(),
                        new Moment.Midnight(LocalDate.parse("2026-07-01")),
                        new Moment.Exactly(calendar.until()),
                        Bucket.HOUR,
                        Optional.empty(),
                        Grouping.ASSET,
                        functions,
                        Gap.NONE,
                        Pool.ASSETS,
                        Ordering.USUAL),
                calendar,
                calendar.until(),
                Source.HOUR,
                List.of(),
                lines(),
                IntStream.range(0, LINES).boxed().toList(),
                table,
                Optional.empty());
    }

    private static Line line(int number) {
        SelectedAsset bin = new SelectedAsset(
                number, new CityId("fulda"), BERLIN, "bin", Optional.empty(), 9.6, 50.5, "B-" + number, "Bin", false);
        Member member = new Member(number, bin, Quantity.FILL_LEVEL, "", Duration.ofHours(1), Instant.MAX, Instant.MIN);
        return new Line(Group.of(Grouping.ASSET, bin), Quantity.FILL_LEVEL, List.of(member));
    }
}
