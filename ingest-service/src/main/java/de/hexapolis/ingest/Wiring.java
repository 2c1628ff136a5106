package de.hexapolis.ingest;

import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.pulse.Heard;
import de.hexapolis.quarantine.Reingest;
import de.hexapolis.registry.Registry;
import de.hexapolis.store.DueBell;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Partitions;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Makes the plain objects of the pipeline from settings. */
@ApplicationScoped
public class Wiring {
    private static final String SOURCES = "hexapolis.sources.";

    @Produces
    @Singleton
    PlatformClock clock(ClockSettings settings) {
        return settings.clock();
    }

    @Produces
    @Singleton
    Partitions partitions(DataSource database) {
        return new Partitions(database);
    }

    @Produces
    @Singleton
    DueBell bell() {
        return new DueBell();
    }

    @Produces
    @Singleton
    Heard heard() {
        return new Heard();
    }

    @Produces
    @Singleton
    Intake intake(
            Config config,
            Registry registry,
            DataSource database,
            Partitions partitions,
            DueBell bell,
            PlatformClock clock,
            MeterRegistry meters,
            Heard heard) {
        return new Intake(
                new MessageDecoder(),
                formats(config),
                registry,
                new Resolution(registry, clock, cities(config)),
                new MessageStore(database, partitions, bell),
                new IntakeMeters(meters),
                heard);
    }

    /** Replayed messages take the way of all others, but nobody waits for their acknowledgement. */
    @Produces
    @Singleton
    Reingest reingest(Intake intake) {
        return intake::keep;
    }

    private static SourceFormats formats(Config config) {
        return new SourceFormats(bySource(config, ".format", WireFormat::of));
    }

    private static SourceCities cities(Config config) {
        return new SourceCities(bySource(config, ".city", city -> new CityId(city).value()));
    }

    /** @throws IllegalArgumentException naming the setting, if a source's value is none */
    private static <T> Map<String, T> bySource(Config config, String suffix, Function<String, T> reading) {
        Map<String, T> values = new HashMap<>();
        for (String setting : config.getPropertyNames()) {
            if (setting.startsWith(SOURCES) && setting.endsWith(suffix)) {
                String source = setting.substring(SOURCES.length(), setting.length() - suffix.length());
                try {
                    values.put(source.replace("\"", ""), reading.apply(config.getValue(setting, String.class)));
                } catch (IllegalArgumentException unknown) {
                    throw new IllegalArgumentException(setting + ": " + unknown.getMessage(), unknown);
                }
            }
        }
        return values;
    }
}
