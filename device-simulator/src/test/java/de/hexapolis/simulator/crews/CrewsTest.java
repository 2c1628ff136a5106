package de.hexapolis.simulator.crews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.BrokerServer;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.crews.OrderServer.Told;
import de.hexapolis.simulator.crews.Shares.Outcome;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.telemetry.PlatformClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class CrewsTest {
    /** A Monday. */
    private static final Instant MORNING = Instant.parse("2026-06-01T04:00:00Z");

    private static final int ITEMS = 400;
    private static final Shares SHARES = Shares.parse("0.8,0.08,0.05,0.07");
    private static final Dice WORLD = Dice.seeded(7);

    @TempDir
    private Path folder = Path.of("");

    private final List<SimulatedDevice> fleet =
            IntStream.range(0, ITEMS).mapToObj(bin -> Devices.of("bin", bin)).toList();
    private OrderServer server = serve();

    private static OrderServer serve() {
        try {
            return new OrderServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void writeTheToken() throws IOException {
        Files.writeString(folder.resolve("nord.jwt"), "the-token\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sharesHold() throws InterruptedException {
        for (int item = 0; item < ITEMS; item++) {
            server.open(item, "empty", "bin" + item, MORNING.plusSeconds(item));
        }
        try (VisitLog log = VisitLog.open(folder.resolve("visits"), Optional.empty())) {
            CrewPlayer player = player(log, SHARES, 40_000);
            player.look();
            // three days, the third because of what is told late
            long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
            while (System.nanoTime() < end) {
                player.act();
            }
            Map<Long, List<Told>> told = server.told().stream().collect(Collectors.groupingBy(Told::order));
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            for (long item = 0; item < ITEMS; item++) {
                Outcome outcome = outcome(item);
                counts.merge(outcome, 1, Integer::sum);
                check(outcome, told.getOrDefault(item, List.of()), visits(log, item));
            }
            assertThat(counts.getOrDefault(Outcome.DONE, 0) / (double) ITEMS).isBetween(0.72, 0.88);
            assertThat(counts.getOrDefault(Outcome.LATE, 0) / (double) ITEMS).isBetween(0.04, 0.12);
            assertThat(counts.getOrDefault(Outcome.WRONG, 0) / (double) ITEMS).isBetween(0.02, 0.09);
            assertThat(counts.getOrDefault(Outcome.NOT_DONE, 0) / (double) ITEMS)
                    .isBetween(0.03, 0.11);
        }
    }

    private static void check(Outcome outcome, List<Told> told, long visits) {
        List<String> actions = told.stream().map(Told::action).toList();
        assertThat(visits)
                .as("%s %s", outcome, actions)
                .isEqualTo(outcome == Outcome.DONE || outcome == Outcome.LATE ? 1 : 0);
        switch (outcome) {
            case DONE, WRONG -> assertThat(actions).containsExactly("acknowledge", "start", "done");
            case LATE -> {
                assertThat(actions).containsExactly("acknowledge", "start", "done", "done", "done");
                assertThat(told.subList(2, 5).stream().map(Told::key))
                        .containsOnly(told.get(2).key());
                assertThat(Duration.between(told.get(1).at(), told.get(2).at()))
                        .as("it was done soon after it was begun, whenever that is told")
                        .isLessThan(Duration.ofMinutes(16));
            }
            case NOT_DONE -> assertThat(actions).isIn(List.of(), List.of("acknowledge", "start", "not-possible"));
        }
        told.stream()
                .filter(one -> one.action().equals("not-possible"))
                .forEach(one -> assertThat(one.body().path("reason").asText()).isEqualTo("parked car"));
        told.forEach(
                one -> assertThat(one.body().path("assets").get(0).asLong()).isEqualTo(1_000 + one.order()));
    }

    private static Outcome outcome(long item) {
        return SHARES.draw(WORLD.with("crew").with(item).with(0).with("outcome"));
    }

    private long visits(VisitLog log, long item) {
        return log.has(item, fleet.get((int) item).site(), MORNING) ? 1 : 0;
    }

    @Test
    void sendsAgainWithTheSameKeyWhatWasNotHeard() throws InterruptedException {
        server.open(1, "empty", "bin1", MORNING);
        try (VisitLog log = VisitLog.open(folder.resolve("visits"), Optional.empty())) {
            CrewPlayer player = player(log, Shares.parse("1,0,0,0"), 40_000);
            player.look();
            server.away(true);
            Thread.sleep(500);
            player.act();
            assertThat(server.told()).isEmpty();
            assertThat(player.facts().get("answers_unheard")).isPositive();
            server.away(false);
            await().untilAsserted(() -> {
                player.act();
                assertThat(server.told().stream().map(Told::action)).contains("acknowledge", "start", "done");
            });
        }
    }

    @Test
    void doesAgainWhatTheDataSayWasNotDone() throws InterruptedException {
        server.open(1, "empty", "bin1", MORNING);
        try (VisitLog log = VisitLog.open(folder.resolve("visits"), Optional.empty())) {
            CrewPlayer player = player(log, Shares.parse("1,0,0,0"), 40_000);
            player.look();
            server.reopen(1);
            player.look();
            await().untilAsserted(() -> {
                player.act();
                assertThat(server.told().stream()
                                .filter(one -> one.action().equals("done"))
                                .map(Told::key)
                                .distinct())
                        .hasSize(2);
            });
        }
    }

    @Test
    void goesOnAfterBeingKilledWhereItWasAndEmptiesNoBinTwice() throws Exception {
        String broker = BrokerServer.open().address().toString();
        int bins = 10;
        Instant now = Instant.now();
        openBins(0, bins);
        Path visits = folder.resolve("visits");
        List<String> command = command(broker, visits, now);
        Process first = new ProcessBuilder(command).inheritIO().start();
        await().atMost(Duration.ofSeconds(60)).until(() -> lines(visits) >= 3);
        first.destroyForcibly().waitFor();
        openBins(bins, 2 * bins);
        Process second = new ProcessBuilder(command).inheritIO().start();
        await().atMost(Duration.ofSeconds(60)).until(() -> lines(visits) >= 2 * bins);
        Thread.sleep(1_000);
        second.destroyForcibly().waitFor();
        List<String> alerts = Files.readAllLines(visits).stream()
                .map(line -> line.replaceFirst(".*,", ""))
                .toList();
        assertThat(alerts).doesNotHaveDuplicates().hasSize(2 * bins);
        assertThat(server.told()).allSatisfy(one -> assertThat(one.key()).isNotEmpty());
    }

    private void openBins(int from, int until) {
        for (int item = from; item < until; item++) {
            server.open(item, "empty", "fulda-%05d".formatted(item * 10 + 1), MORNING);
        }
    }

    /** So fast that the visits, which lie within two hours, take some seconds. */
    private List<String> command(String broker, Path visits, Instant epoch) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "de.hexapolis.simulator.Simulator",
                "simulate",
                "--devices",
                "200",
                "--broker",
                broker,
                "--json"));
        words.addAll(List.of("--clock-epoch", epoch.toString(), "--clock-start", MORNING.toString(), "--speed", "400"));
        words.addAll(List.of("--crews", "1,0,0,0", "--query", server.address().toString()));
        words.addAll(List.of("--crew-tokens", folder.toString(), "--visits", visits.toString()));
        return words;
    }

    private static int lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    void refusesSharesThatAreNone() {
        for (String text : List.of("0.8", "0.8,0.1,0.1,0.1", "1,0,0,x", "1.1,-0.1,0,0", "")) {
            assertThatThrownBy(() -> Shares.parse(text))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("--crews");
        }
    }

    @Test
    void areAtWorkByDayOnWeekdaysOnly() {
        WorkingHours hours = WorkingHours.byDay(fleet.get(0).site().zone());
        Instant friday = Instant.parse("2026-06-05T20:00:00Z");
        assertThat(hours.atWork(MORNING.plus(Duration.ofHours(4)))).isEqualTo(MORNING.plus(Duration.ofHours(4)));
        assertThat(hours.atWork(friday))
                .isBetween(Instant.parse("2026-06-08T04:00:00Z"), Instant.parse("2026-06-08T05:00:00Z"));
    }

    private CrewPlayer player(VisitLog log, Shares shares, double speed) {
        PlatformClock clock = PlatformClock.of(Instant.now(), MORNING, speed);
        CrewPlayer.Stage stage = new CrewPlayer.Stage(WORLD, new Town(fleet), log, clock);
        return new CrewPlayer(OrderDesk.of(server.address(), folder), shares, stage, new Report());
    }
}
