package de.hexapolis.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.Simulator;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.GeneratedFleet;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.BinTruth;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Troubles;
import de.hexapolis.simulator.truth.Episodes.Episode;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodesTest {
    private static final Span JUNE =
            new Span(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));

    private final World world = World.seeded(7);
    private final List<SimulatedDevice> fleet = GeneratedFleet.of(new CityId("fulda"), 100, 7);

    @Test
    void ofFullBinsAreTheSameWithNoiseAndLostReadingsWhereTheyAreSure() {
        Episodes episodes = new Episodes(world, Scenario.none(), JUNE, 1);
        int sure = 0;
        for (SimulatedDevice device : fleet) {
            if (!device.site().kind().equals("bin")) {
                continue;
            }
            List<Stretch> told =
                    episodes.of(device).stream().map(Episode::stretch).toList();
            List<Stretch> alerts = alerts(device);
            for (Stretch stretch : told) {
                if (stretch.sure()) {
                    assertThat(alerts.stream().filter(stretch::overlaps))
                            .as("%s %s", device.id(), stretch)
                            .hasSize(1);
                    sure++;
                }
            }
            assertThat(alerts).allSatisfy(alert -> assertThat(told)
                    .as("%s %s", device.id(), alert)
                    .anyMatch(stretch -> stretch.overlaps(alert)));
        }
        assertThat(sure).isGreaterThan(20);
    }

    /** What a rule of two readings in a row tells, of which one in twenty is lost. */
    private List<Stretch> alerts(SimulatedDevice device) {
        Sensing sensing = world.sensing(device);
        Dice lost = Dice.seeded(3).with(device.id().value());
        List<Stretch> alerts = new ArrayList<>();
        Instant opened = Instant.MIN;
        int inARow = 0;
        for (Instant at : JUNE.ticks(world.dice(), device, 1).toList()) {
            if (lost.with(at.toEpochMilli()).chance(0.05)) {
                continue;
            }
            boolean open = !opened.equals(Instant.MIN);
            double percent = ((BinState) sensing.at(at).orElseThrow()).fillPercent();
            inARow = (open ? percent <= 60 : percent >= 70) ? inARow + 1 : 0;
            if (inARow == 2) {
                inARow = 0;
                if (open) {
                    alerts.add(new Stretch(opened, Optional.of(at), true, percent));
                }
                opened = open ? Instant.MIN : at;
            }
        }
        if (!opened.equals(Instant.MIN)) {
            alerts.add(new Stretch(opened, Optional.empty(), true, 100));
        }
        return alerts;
    }

    @Test
    void beginWhereTheLimitIsReachedAndEndWhereTheBinIsEmptied() {
        int looked = 0;
        for (SimulatedDevice device : fleet) {
            for (Episode episode : new Episodes(world, Scenario.none(), JUNE, 1).of(device)) {
                if (episode.rule().equals("bin-full") && episode.stretch().sure()) {
                    BinTruth bin = world.bin(device);
                    assertThat(bin.percent(episode.stretch().began())).isGreaterThanOrEqualTo(70);
                    Optional<Instant> ended = episode.stretch().ended();
                    ended.ifPresent(at -> assertThat(bin.percent(at)).isLessThan(20));
                    looked += ended.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(looked).isPositive();
    }

    @Test
    void ofFiresAreThereWhereTheyAreLit() {
        Scenario fire = Troubles.all(Set.of(Troubles.FIRE), world.dice(), JUNE.from());
        assertThat(rules(Scenario.none()))
                .contains("bin-full", "tree-dry", "beacon-tilted")
                .doesNotContain("bin-fire");
        assertThat(rules(fire)).contains("bin-fire");
    }

    private List<String> rules(Scenario scenario) {
        Episodes episodes = new Episodes(world, scenario, JUNE, 1);
        return fleet.stream()
                .flatMap(device -> episodes.of(device).stream())
                .map(Episode::rule)
                .distinct()
                .toList();
    }

    @Test
    void areWrittenAsRows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("episodes.csv");
        int code = Simulator.run(
                "episodes",
                "--devices",
                "50",
                "--from",
                "2026-06-01T00:00:00Z",
                "--until",
                "2026-06-15T00:00:00Z",
                "--out",
                file.toString(),
                "--json");
        assertThat(code).isEqualTo(ExitCode.DONE);
        List<String> rows = Files.readAllLines(file);
        assertThat(rows.get(0)).isEqualTo("city,reference,rule,began_at,ended_at,sure,peak");
        assertThat(rows.subList(1, rows.size()))
                .isNotEmpty()
                .allMatch(row -> row.matches(
                        "fulda,fulda-\\d{5},[a-z-]+,2026-06-[^,]+Z,(2026-06-[^,]+Z)?,(true|false),[\\d.]+"));
    }
}
