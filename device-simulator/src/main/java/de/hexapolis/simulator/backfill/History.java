package de.hexapolis.simulator.backfill;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.simulation.Timetable;
import de.hexapolis.simulator.wire.Speaker;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/**
 * A device's readings over a span as rows for COPY: what the platform would have stored of its messages, under the device's
 * profile where it has one, fill levels included. Immutable.
 */
record History(World world, Timetable timetable, Instant end) {
    static final String HEADER = "device,quantity,channel,observed_at,value\n";

    /** Returns how many rows were written. */
    long write(SimulatedDevice device, Writer rows) throws IOException {
        Sensing sensing = world.sensing(device);
        Speaker speaker = Speaker.of(device);
        long count = 0;
        for (Instant at = timetable.first(device); at.isBefore(end); at = timetable.after(device, at)) {
            for (Measurement measurement :
                    sensing.at(at).map(speaker::measurements).orElse(List.of())) {
                count += write(device, measurement, rows);
            }
        }
        return count;
    }

    private static long write(SimulatedDevice device, Measurement measurement, Writer rows) throws IOException {
        row(measurement, measurement.quantity(), measurement.value(), rows);
        if (measurement.quantity() != Quantity.DISTANCE || device.mounting().isEmpty()) {
            return 1;
        }
        double fill = device.mounting().get().fillPercent(measurement.value());
        row(measurement, Quantity.FILL_LEVEL, fill, rows);
        return 2;
    }

    private static void row(Measurement measurement, Quantity quantity, double value, Writer rows) throws IOException {
        rows.append(measurement.device().value())
                .append(',')
                .append(quantity.wireName())
                .append(',')
                .append(measurement.channel().value())
                .append(',')
                .append(measurement.observedAt().toString())
                .append(',')
                .append(Double.toString(value))
                .append('\n');
    }
}
