package de.hexapolis.simulator.physics;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The soil below a tree, at three depths from the top. */
public record SoilState(DeviceId device, Instant at, Battery battery, List<Layer> layers) implements State {
    public SoilState {
        layers = List.copyOf(layers);
    }

    @Override
    public SoilState felt(Instant later) {
        return new SoilState(device, later, battery, layers);
    }

    @Override
    public List<Measurement> measurements() {
        List<Measurement> all = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.connected()) {
                if (!layer.frozen()) {
                    all.add(of(Quantity.SOIL_WATER_TENSION, layer, layer.tensionKpa()));
                }
                all.add(of(Quantity.SOIL_TEMPERATURE, layer, layer.celsius()));
            }
        }
        all.add(new Measurement(device, Quantity.BATTERY_VOLTAGE, Channel.ONLY, at, battery.volts()));
        return all;
    }

    private Measurement of(Quantity quantity, Layer layer, double value) {
        return new Measurement(device, quantity, new Channel(layer.depthCm() + "cm"), at, value);
    }

    /**
     * One depth.
     *
     * @param tensionKpa positive
     * @param moisturePercent volumetric
     * @param connected false where the probe is dead
     */
    public record Layer(int depthCm, double tensionKpa, double moisturePercent, double celsius, boolean connected) {
        /** Colder than this a tension probe shows nothing that means anything. */
        static final double FROZEN_BELOW_CELSIUS = 0.5;

        public boolean frozen() {
            return celsius < FROZEN_BELOW_CELSIUS;
        }
    }
}
