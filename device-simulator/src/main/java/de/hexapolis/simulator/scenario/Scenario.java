package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What befalls transmissions on their way. Repeatable: a pure function of its dice and the transmission. Immutable. */
public interface Scenario {
    /** What becomes of one transmission: nothing, itself, itself later, itself and more. */
    List<Transmission> befalls(Transmission usual);

    /** What the device takes for the time. */
    default Instant deviceTime(SimulatedDevice device, Instant now) {
        return now;
    }

    /** What the device says that it feels. */
    default Optional<State> feels(SimulatedDevice device, Sensing sensing, Instant now) {
        return sensing.at(now);
    }

    /** All is well. */
    static Scenario none() {
        return List::of;
    }

    /** First this, then, to whatever it leaves, the other. */
    default Scenario then(Scenario other) {
        Scenario one = this;
        return new Scenario() {
            @Override
            public List<Transmission> befalls(Transmission usual) {
                return one.befalls(usual).stream()
                        .flatMap(bent -> other.befalls(bent).stream())
                        .toList();
            }

            @Override
            public Instant deviceTime(SimulatedDevice device, Instant now) {
                return other.deviceTime(device, one.deviceTime(device, now));
            }

            @Override
            public Optional<State> feels(SimulatedDevice device, Sensing sensing, Instant now) {
                return other.feels(device, instant -> one.feels(device, sensing, instant), now);
            }
        };
    }
}
