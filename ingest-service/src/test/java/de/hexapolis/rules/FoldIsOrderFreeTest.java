package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldIsOrderFreeTest {
    /** Of each condition: more than ten thousand in all. */
    private static final int COURSES = 1_500;

    /** A condition and the quantities that it hears of. */
    record Case(String name, Condition condition, List<Quantity> quantities, double low, double high, String event) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> conditions() {
        return List.of(
                new Case("full", Presets.binFull(), List.of(Quantity.FILL_LEVEL), 40, 105, ""),
                new Case(
                        "falling",
                        Presets.falling(Quantity.BATTERY_LEVEL, 10, 3, Duration.ZERO, 20, 10),
                        List.of(Quantity.BATTERY_LEVEL),
                        0,
                        45,
                        ""),
                new Case(
                        "for a while",
                        Presets.falling(Quantity.AIR_TEMPERATURE, 2, 2, Duration.ofHours(1), 1),
                        List.of(Quantity.AIR_TEMPERATURE),
                        -3,
                        6,
                        ""),
                new Case("tilt", Presets.tilt(30, 10), List.of(Quantity.TILT), -60, 60, ""),
                new Case("rise", Presets.fireRise(), List.of(Quantity.DEVICE_TEMPERATURE), 10, 60, ""),
                new Case("fire", Presets.binFire(), List.of(Quantity.DEVICE_TEMPERATURE), 10, 90, "fire"),
                new Case(
                        "tipped for a while",
                        new Narrowed(
                                new Any(List.of(Presets.event("tilt", Duration.ofHours(6)), Presets.tilt(30, 10))),
                                Duration.ofMinutes(30),
                                java.util.Optional.empty(),
                                java.util.OptionalInt.empty()),
                        List.of(Quantity.TILT),
                        -50,
                        50,
                        "tilt"));
    }

    /** One sample of a course: of a series, or an event. */
    record Item(int series, Instant at, double value) {}

    @ParameterizedTest
    @MethodSource("conditions")
    void alertsAreTheSameHoweverACourseIsSplit(Case one) {
        SplittableRandom seeds = new SplittableRandom(20_260_701);
        for (int n = 0; n < COURSES; n++) {
            SplittableRandom random = seeds.split();
            List<Item> items = items(one, random);
            Sensed all = sensed(one, items);
            Book atOnce = new Book(one.condition());
            atOnce.judge(all, Sensing.START);
            List<Episode> split = inOrder(one, items, random);

            assertThat(split).as("course %d: %s", n, items).isEqualTo(atOnce.stored());
        }
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void alertsAreTheSameWhateverComesLate(Case one) {
        SplittableRandom seeds = new SplittableRandom(4711);
        for (int n = 0; n < COURSES; n++) {
            SplittableRandom random = seeds.split();
            List<Item> items = items(one, random);
            Sensed all = sensed(one, items);
            Book atOnce = new Book(one.condition());
            atOnce.judge(all, Sensing.START);
            List<Episode> split = shuffled(one, items, random);

            assertThat(times(split)).as("course %d: %s", n, items).isEqualTo(times(atOnce.stored()));
        }
    }

    static List<String> times(List<Episode> episodes) {
        return episodes.stream()
                .map(episode -> "%s–%s %s".formatted(episode.began(), episode.ended(), episode.severity()))
                .toList();
    }

    /** Batches in order of time, cut anywhere. */
    private static List<Episode> inOrder(Case one, List<Item> items, SplittableRandom random) {
        Book book = new Book(one.condition());
        int done = 0;
        Instant nextAt = Instant.MAX;
        while (done < items.size()) {
            int next = Math.min(items.size(), done + random.nextInt(1, 4));
            Instant from = items.get(done).at();
            while (next < items.size()
                    && items.get(next).at().equals(items.get(next - 1).at())) {
                next++;
            }
            while (nextAt.isBefore(from)) {
                nextAt = book.judge(sensedAt(one, items.subList(0, done), nextAt), nextAt)
                        .nextAt();
            }
            nextAt = book.judge(sensed(one, items.subList(0, next)), from).nextAt();
            done = next;
        }
        return book.stored();
    }

    /** Batches in any order; of each the earliest instant counts. */
    private static List<Episode> shuffled(Case one, List<Item> items, SplittableRandom random) {
        List<Item> order = new ArrayList<>(items);
        for (int n = 0; n < order.size() / 4; n++) {
            int first = random.nextInt(order.size());
            int second = Math.min(order.size() - 1, first + random.nextInt(4));
            Collections.swap(order, first, second);
        }
        Collections.shuffle(order.subList(order.size() - 3, order.size()), new Random(random.nextLong()));
        Book book = new Book(one.condition());
        int done = 0;
        Instant nextAt = Instant.MAX;
        while (done < order.size()) {
            int next = Math.min(order.size(), done + random.nextInt(1, 4));
            Instant from = order.subList(done, next).stream()
                    .map(Item::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant newest = order.subList(done, next).stream()
                    .map(Item::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            while (nextAt.isBefore(newest)) {
                nextAt = book.judge(sensedAt(one, order.subList(0, done), nextAt), nextAt)
                        .nextAt();
            }
            nextAt = book.judge(sensed(one, order.subList(0, next)), from).nextAt();
            done = next;
        }
        return book.stored();
    }

    static List<Item> items(Case one, SplittableRandom random) {
        List<Item> items = new ArrayList<>();
        int series = random.nextInt(1, 3);
        double[] values = new double[series];
        java.util.Arrays.setAll(values, n -> random.nextDouble(one.low(), one.high()));
        Instant at = Sensing.START;
        int count = random.nextInt(8, 30);
        for (int n = 0; n < count; n++) {
            at = at.plusSeconds(random.nextInt(5) == 0 ? random.nextInt(60, 20_000) : random.nextInt(60, 1_800));
            if (!one.event().isEmpty() && random.nextInt(3) == 0) {
                items.add(new Item(0, at, random.nextInt(2)));
                continue;
            }
            int which = random.nextInt(series);
            double step = (one.high() - one.low()) / 4;
            values[which] = random.nextInt(4) == 0
                    ? random.nextDouble(one.low(), one.high())
                    : Math.max(one.low(), Math.min(one.high(), values[which] + random.nextDouble(-step, step)));
            items.add(new Item(which + 1, at, Math.rint(values[which])));
        }
        return items;
    }

    static Sensed sensed(Case one, List<Item> items) {
        Instant newest =
                items.stream().map(Item::at).max(Comparator.naturalOrder()).orElse(Sensing.START);
        return sensedAt(one, items, newest);
    }

    static Sensed sensedAt(Case one, List<Item> items, Instant now) {
        Sensing sensing = new Sensing().from(Sensing.START);
        items.stream()
                .filter(item -> item.series() > 0)
                .map(Item::series)
                .distinct()
                .sorted()
                .forEach(series -> sensing.of(Sensing.course(
                        series,
                        one.quantities().get(0),
                        series + "",
                        items.stream()
                                .filter(item -> item.series() == series)
                                .map(item -> Sensing.point(item.at(), item.value()))
                                .toList())));
        items.stream()
                .filter(item -> item.series() == 0)
                .sorted(Comparator.comparing(Item::at))
                .forEach(item ->
                        sensing.with(new Signal(1, item.at(), one.event(), BooleanNode.valueOf(item.value() > 0))));
        return sensing.now(now).sensed();
    }
}
