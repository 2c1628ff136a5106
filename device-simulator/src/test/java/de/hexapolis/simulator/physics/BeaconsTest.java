package de.hexapolis.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeaconsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int BEACONS = 50;
    private static final int HOURS = 24 * 60;

    private final World world = World.seeded(3);

    @Test
    void scatterRoundTheirBarrierAndNeverLeaveTheStreet() {
        for (BeaconState state : all()) {
            double north = (state.latitude() - 50.5528) * 111_320;
            double east = (state.longitude() - 9.6777) * 111_320 * Math.cos(Math.toRadians(50.5528));
            assertThat(Math.hypot(north, east)).isLessThan(90);
        }
    }

    @Test
    void tipOverNowAndThenAndArePutUpAgain() {
        List<BeaconState> all = all();
        long lying = all.stream().filter(BeaconState::tippedOver).count();
        long changes = all.stream().filter(BeaconState::changed).count();
        assertThat(lying / (double) all.size()).isBetween(0.001, 0.03);
        assertThat(changes).isGreaterThan(10);
        assertThat(all).allSatisfy(state -> assertThat(state.tiltDegrees() > 45).isEqualTo(state.tippedOver()));
    }

    @Test
    void fallSilentForDays() {
        double heard = all().size() / (double) (BEACONS * HOURS);
        assertThat(heard).isBetween(0.95, 0.999);
    }

    @Test
    void feelTheSameAtTheSameInstantInAnyOrder() {
        Sensing forward = world.sensing(Devices.of("roadworks", 3));
        Sensing backward = world.sensing(Devices.of("roadworks", 3));
        List<Optional<State>> one = new ArrayList<>();
        List<Optional<State>> other = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            one.add(forward.at(START.plus(Duration.ofHours(hour))));
            other.add(0, backward.at(START.plus(Duration.ofHours(HOURS - 1L - hour))));
        }
        assertThat(other).isEqualTo(one);
    }

    private List<BeaconState> all() {
        List<BeaconState> all = new ArrayList<>();
        for (int beacon = 0; beacon < BEACONS; beacon++) {
            Sensing sensing = world.sensing(Devices.of("roadworks", beacon));
            for (int hour = 0; hour < HOURS; hour++) {
                sensing.at(START.plus(Duration.ofHours(hour))).ifPresent(state -> all.add((BeaconState) state));
            }
        }
        return all;
    }
}
