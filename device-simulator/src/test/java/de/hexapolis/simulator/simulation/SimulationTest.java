package de.hexapolis.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.fleet.GeneratedFleet;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Transmission;
import de.hexapolis.simulator.scenario.Troubles;
import de.hexapolis.telemetry.CityId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");
    private static final Duration SPREAD = Duration.ofSeconds(20);
    private static final int DEVICES = 300;

    private final List<SimulatedDevice> fleet = GeneratedFleet.of(new CityId("fulda"), DEVICES, 1);

    @Test
    void givesTheSameBytesInTheSameOrderForTheSameSeed() {
        assertThat(said(simulation(5, START, all(5)), 3_000)).isEqualTo(said(simulation(5, START, all(5)), 3_000));
        assertThat(said(simulation(5, START, Scenario.none()), 50))
                .isNotEqualTo(said(simulation(6, START, Scenario.none()), 50));
    }

    @Test
    void hearsEveryDeviceWithinTwentySeconds() {
        Simulation simulation = simulation(1, START, Scenario.none());
        Set<SimulatedDevice> heard = new HashSet<>();
        Transmission next = simulation.next();
        while (!next.at().isAfter(START.plus(SPREAD))) {
            heard.add(next.device());
            next = simulation.next();
        }
        assertThat(heard).as("all but a silent beacon").hasSizeGreaterThan(DEVICES - 5);
    }

    @Test
    void neverGoesBackInTime() {
        Simulation simulation = simulation(1, START, all(1));
        Instant last = START;
        for (int i = 0; i < 5_000; i++) {
            Transmission next = simulation.next();
            assertThat(next.at()).isAfterOrEqualTo(last);
            last = next.at();
        }
    }

    @Test
    void goesOnWhereAnEarlierRunWouldHaveBeen() {
        Instant later = START.plus(Duration.ofMinutes(40));
        Instant end = later.plus(Duration.ofMinutes(30));
        List<String> early = sentBetween(simulation(1, START, Scenario.none()), later.plus(SPREAD), end);
        List<String> late = sentBetween(simulation(1, later, Scenario.none()), later.plus(SPREAD), end);
        assertThat(late).hasSizeGreaterThan(100).isSubsetOf(early);
        assertThat(early.size() - late.size())
                .as("devices due during the spread")
                .isLessThan(10);
    }

    private Scenario all(long seed) {
        Scenario all = Scenario.none();
        for (Troubles trouble : Troubles.values()) {
            all = all.then(trouble.scenario(World.seeded(seed).dice(), START));
        }
        return all;
    }

    private Simulation simulation(long seed, Instant start, Scenario scenario) {
        World world = World.seeded(seed);
        return new Simulation(fleet, world, new Timetable(world.dice(), start, SPREAD, 1), scenario);
    }

    private static List<String> sentBetween(Simulation simulation, Instant from, Instant until) {
        List<String> sent = new ArrayList<>();
        for (Transmission next = simulation.next(); next.at().isBefore(until); next = simulation.next()) {
            if (next.at().isAfter(from)) {
                sent.add(text(next));
            }
        }
        return sent;
    }

    private static List<String> said(Simulation simulation, int count) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            said.add(text(simulation.next()));
        }
        return said;
    }

    private static String text(Transmission transmission) {
        return transmission.at() + " " + transmission.message().topic() + " "
                + new String(transmission.message().payload(), StandardCharsets.ISO_8859_1);
    }
}
