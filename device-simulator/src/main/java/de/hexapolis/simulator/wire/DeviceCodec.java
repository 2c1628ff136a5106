package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.telemetry.Measurement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a network server shows of a real device: its port, its frame and the object that its codec makes of it.
 * Immutable, thread-safe.
 *
 * @param model a part of the profile's id, such as {@code em400-mud}
 * @param readings what the platform finds in the object
 */
record DeviceCodec(
        int port,
        String model,
        Function<State, byte[]> frame,
        Function<State, ObjectNode> object,
        List<Reading> readings) {
    private static final List<DeviceCodec> ALL = Stream.of(BinCodecs.ALL, SoilCodecs.ALL, BeaconCodecs.ALL)
            .flatMap(List::stream)
            .toList();

    /** A codec for devices that feel this. */
    static <S extends State> DeviceCodec of(
            int port,
            String model,
            Class<S> feels,
            Function<S, byte[]> frame,
            Function<S, ObjectNode> object,
            Reading... readings) {
        return new DeviceCodec(
                port,
                model,
                state -> frame.apply(felt(model, feels, state)),
                state -> object.apply(felt(model, feels, state)),
                List.of(readings));
    }

    private static <S extends State> S felt(String model, Class<S> feels, State state) {
        if (!feels.isInstance(state)) {
            throw new BadInput("device %s: its profile's device, %s, is not for an asset of that kind"
                    .formatted(state.device(), model));
        }
        return feels.cast(state);
    }

    /** What the platform stores of this state, fill levels that it derives left out. */
    List<Measurement> measurements(State state) {
        ObjectNode said = object.apply(state);
        return readings.stream()
                .flatMap(reading -> reading.in(said, state).stream())
                .toList();
    }

    /** @throws BadInput if no device of that profile is known here */
    static DeviceCodec of(String profile) {
        return ALL.stream()
                .filter(codec -> profile.contains(codec.model))
                .findFirst()
                .orElseThrow(() -> new BadInput("profile '%s': known here are %s"
                        .formatted(profile, ALL.stream().map(DeviceCodec::model).toList())));
    }
}
