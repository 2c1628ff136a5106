package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is just not too large fits into the service's memory, even if two ask for it at once. */
class LargestAnswerTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int LINES = 1_000;
    private static final int HOURS = 500;

    @Test
    void isWrittenTwiceAtOnceWith256MegabytesOfMemory() throws IOException, InterruptedException {
        assertThat((long) LINES * HOURS).isEqualTo(Affordable.MOST_VALUES);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargestAnswerTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isZero();
    }

    /** In a process of its own, with the memory that the service has. */
    public static void main(String[] none) {
        long enough = IntStream.range(0, 2)
                .parallel()
                .map(each -> AnswerJson.write(largest()).length)
                .filter(bytes -> bytes > 20_000_000)
                .count();
        System.exit(enough == 2 ? 0 : 1);
    }

    private static Answer largest() {
        Instant from = Instant.parse("2026-06-30T22:00:00Z");
        BucketCalendar calendar = BucketCalendar.of(Bucket.HOUR, BERLIN, from, from.plus(Duration.ofHours(HOURS)));
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
                IntStream.range(0, LINES).mapToObj(LargestAnswerTest::line).toList(),
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
