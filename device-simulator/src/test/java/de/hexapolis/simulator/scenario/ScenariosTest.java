package de.hexapolis.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.SharedData;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.BlueprintFleet;
import de.hexapolis.simulator.fleet.Gateway;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.telemetry.CityId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");
    private static final int MINUTES = 30;
    private static final int DEVICES = 200;
    private static final World WORLD = World.seeded(1);

    @Test
    void anOutageKeepsReadingsAndSendsThemAllWhenItIsOver() {
        List<Transmission> bent = after(Troubles.OUTAGE);
        assertThat(bent).hasSize(DEVICES * MINUTES);
        List<Transmission> late =
                bent.stream().filter(one -> !one.at().equals(takenAt(one))).toList();
        assertThat(late).hasSizeBetween(bent.size() / 5, bent.size() / 2);
        assertThat(late).allSatisfy(one -> assertThat(one.at()).isAfter(takenAt(one)));
    }

    @Test
    void duplicatesAreTheSameBytesAndOneInTen() {
        List<Transmission> bent = after(Troubles.DUPLICATES);
        Set<String> different = bent.stream().map(ScenariosTest::name).collect(Collectors.toSet());
        assertThat(different).hasSize(DEVICES * MINUTES);
        assertThat(bent.size() - different.size()).isBetween(DEVICES * MINUTES / 12, DEVICES * MINUTES / 8);
    }

    @Test
    void reorderingLosesNothing() {
        assertThat(after(Troubles.REORDERING).stream().map(ScenariosTest::name))
                .doesNotHaveDuplicates()
                .hasSize(DEVICES * MINUTES);
    }

    @Test
    void silenceTakesAFifthOfTheDevicesAway() {
        Set<String> heardLate = after(Troubles.SILENCE).stream()
                .filter(one -> one.at().isAfter(START.plus(Duration.ofMinutes(5))))
                .map(one -> one.device().id().value())
                .collect(Collectors.toSet());
        assertThat(heardLate).hasSizeBetween(DEVICES * 7 / 10, DEVICES * 9 / 10);
    }

    @Test
    void skewedClocksAreAnHourOrTenYearsWrong() {
        Scenario skew = Troubles.CLOCK_SKEW.scenario(Dice.seeded(1), START);
        List<Long> hours = new ArrayList<>();
        for (int device = 0; device < DEVICES; device++) {
            hours.add(Duration.between(START, skew.deviceTime(Devices.of("bin", device), START))
                    .toHours());
        }
        assertThat(hours).contains(0L, 1L, -1L, 3653 * 24L, -3653 * 24L);
        assertThat(hours.stream().filter(offset -> offset != 0)).hasSizeBetween(8, 40);
    }

    @Test
    void poisonComesBesideTheGoodMessageAndIsNeverTheSameTwice() {
        List<Transmission> bent = after(Troubles.POISON);
        assertThat(bent.stream().map(ScenariosTest::name)).doesNotHaveDuplicates();
        assertThat(bent.size() - DEVICES * MINUTES).isBetween(200, 400);
    }

    @Test
    void eachVenomIsWhatItSays() {
        assertThat(Venom.LARGE.payload(START, 1)).hasSize(1_000_000);
        assertThat(Venom.LARGE.payload(START, 1, 60_000)).hasSize(60_000);
        assertThat(Venom.NUL.payload(START, 1)).contains((byte) 0);
        assertThat(Venom.BAD_UTF8.payload(START, 1)).contains((byte) 0xff);
        assertThat(Venom.DEEP.payload(START, 1)).hasSizeGreaterThan(20_000);
        for (Venom venom : Venom.values()) {
            assertThat(venom.payload(START, 1)).isNotEqualTo(venom.payload(START, 2));
        }
    }

    @Test
    void aFrozenSeriesShowsTheSameValueAgainAndAgainAtNewTimes() {
        Scenario frozen = Troubles.FREEZE_SERIES.scenario(Dice.seeded(1), START);
        int stuck = 0;
        for (int number = 0; number < DEVICES; number++) {
            SimulatedDevice device = Devices.of("bin", number);
            Sensing sensing = WORLD.sensing(device);
            Set<Double> distances = new HashSet<>();
            for (int hour = 1; hour < 24; hour++) {
                Instant at = START.plus(Duration.ofHours(hour));
                BinState bin = (BinState) frozen.feels(device, sensing, at).orElseThrow();
                assertThat(bin.at()).isEqualTo(at);
                distances.add(bin.distanceMm());
            }
            stuck += distances.size() == 1 ? 1 : 0;
        }
        assertThat(stuck).isBetween(8, 40);
    }

    @Test
    void anEchoJumpsToFullAndComesBack() {
        Scenario echoes = Troubles.ECHOES.scenario(Dice.seeded(1), START);
        SimulatedDevice device = Devices.of("bin", 1);
        Sensing sensing = WORLD.sensing(device);
        int jumps = 0;
        for (int reading = 0; reading < 1_000; reading++) {
            Instant at = START.plus(Duration.ofMinutes(30L * reading));
            State usual = sensing.at(at).orElseThrow();
            State bent = echoes.feels(device, sensing, at).orElseThrow();
            if (!bent.equals(usual)) {
                jumps++;
                assertThat(((BinState) bent).fillPercent()).isEqualTo(100);
            }
        }
        assertThat(jumps).isBetween(25, 80);
    }

    @Test
    void aDeadGatewayTakesWhatItAloneHearsAndNothingElse() {
        Scenario dead = Troubles.DEAD_GATEWAY.scenario(Dice.seeded(1), START);
        Instant at = START.plus(Duration.ofHours(1));
        Set<Gateway> silent = new HashSet<>();
        Set<Gateway> heard = new HashSet<>();
        for (SimulatedDevice device :
                BlueprintFleet.read(SharedData.root().resolve("deploy/blueprints"), Set.of(new CityId("fulda")))) {
            boolean lost = dead.befalls(new Transmission(at, device, new Outgoing("", new byte[0])))
                    .isEmpty();
            boolean byRadio = device.speech() != SimulatedDevice.Speech.HEXAPOLIS;
            assertThat(lost && !byRadio).isFalse();
            if (byRadio) {
                (lost ? silent : heard).add(Gateway.of(device));
            }
        }
        assertThat(silent).hasSize(1).doesNotContainAnyElementsOf(heard);
        Instant later = START.plus(Duration.ofHours(37));
        Transmission back = new Transmission(later, Devices.of("bin", 1), new Outgoing("", new byte[0]));
        assertThat(dead.befalls(back)).containsExactly(back);
    }

    @Test
    void aFireGrowsHotterThanAnyLimitAndGoesOut() {
        Scenario fire = Troubles.FIRE.scenario(Dice.seeded(1), START);
        int fires = 0;
        for (int number = 0; number < DEVICES; number++) {
            SimulatedDevice device = Devices.of("bin", number);
            Sensing sensing = WORLD.sensing(device);
            double hottest = 0;
            for (int reading = 0; reading < 48; reading++) {
                Instant at = START.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(30L * reading));
                hottest = Math.max(
                        hottest, ((BinState) fire.feels(device, sensing, at).orElseThrow()).celsius());
            }
            fires += hottest >= BinState.FIRE_CELSIUS ? 1 : 0;
        }
        assertThat(fires).as("of %d bins on one day", DEVICES).isBetween(1, 12);
    }

    private static List<Transmission> after(Troubles trouble) {
        Scenario scenario = trouble.scenario(Dice.seeded(1), START);
        List<Transmission> bent = new ArrayList<>();
        for (int device = 0; device < DEVICES; device++) {
            for (int minute = 0; minute < MINUTES; minute++) {
                Instant at = START.plus(Duration.ofMinutes(minute)).plusMillis(device);
                Outgoing message = new Outgoing(at.toString(), new byte[] {(byte) device, (byte) minute});
                bent.addAll(scenario.befalls(new Transmission(at, Devices.of("bin", device), message)));
            }
        }
        return bent;
    }

    /** The topic of these messages is the time at which they were due. */
    private static Instant takenAt(Transmission transmission) {
        return Instant.parse(transmission.message().topic());
    }

    private static String name(Transmission one) {
        return one.device().id()
                + one.message().topic()
                + Arrays.toString(one.message().payload());
    }
}
