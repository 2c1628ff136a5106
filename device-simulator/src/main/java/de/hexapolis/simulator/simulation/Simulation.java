package de.hexapolis.simulator.simulation;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Transmission;
import de.hexapolis.simulator.wire.Speaker;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The transmissions of a fleet in the order of their times, without end. The same fleet, seed, start and scenario give
 * the same bytes in the same order. One thread.
 */
public final class Simulation implements Iterator<Transmission> {
    private static final Comparator<Due> BY_TIME = Comparator.comparing(Due::at).thenComparingLong(Due::number);

    private final Timetable timetable;
    private final Scenario scenario;
    private final PriorityQueue<Due> due = new PriorityQueue<>(BY_TIME);
    private long numbers;

    /** Something that is to happen; the number keeps things of the same instant in order. */
    private sealed interface Due permits Waking, Leaving {
        Instant at();

        long number();
    }

    private record Waking(Instant at, long number, SimulatedDevice device, Sensing sensing, Speaker speaker)
            implements Due {}

    private record Leaving(Instant at, long number, Transmission transmission) implements Due {}

    public Simulation(List<SimulatedDevice> fleet, World world, Timetable timetable, Scenario scenario) {
        this.timetable = timetable;
        this.scenario = scenario;
        for (SimulatedDevice device : fleet) {
            due.add(new Waking(timetable.first(device), numbers++, device, world.sensing(device), Speaker.of(device)));
        }
    }

    /** Always: devices never stop waking. */
    @Override
    public boolean hasNext() {
        return !due.isEmpty();
    }

    @Override
    public Transmission next() {
        while (true) {
            Due next = due.remove();
            if (next instanceof Leaving leaving) {
                return leaving.transmission;
            }
            wake((Waking) next);
        }
    }

    private void wake(Waking waking) {
        Instant now = waking.at;
        SimulatedDevice device = waking.device;
        scenario.feels(device, waking.sensing, scenario.deviceTime(device, now)).ifPresent(state -> {
            long frame = timetable.frame(device, now);
            Transmission usual = new Transmission(now, device, waking.speaker.say(device, state, frame));
            scenario.befalls(usual).forEach(bent -> due.add(new Leaving(bent.at(), numbers++, bent)));
        });
        due.add(new Waking(timetable.after(device, now), numbers++, device, waking.sensing, waking.speaker));
    }
}
