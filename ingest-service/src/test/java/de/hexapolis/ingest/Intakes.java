package de.hexapolis.ingest;

import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.pulse.Heard;
import de.hexapolis.quarantine.Reingest;
import de.hexapolis.registry.Registry;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Partitions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** Replicas of the pipeline behind the door, for tests of other packages. */
public final class Intakes {
    private Intakes() {}

    /** One replica, with a view of the registry of its own; its source {@code own} speaks our own JSON. */
    public static Reingest replica(DataSource database, Clock clock) {
        Registry registry = new Registry(database, DeviceProfile::parse, Duration.ofDays(400));
        return new Intake(
                new MessageDecoder(),
                new SourceFormats(Map.of("own", WireFormat.HEXAPOLIS)),
                registry,
                new Resolution(registry, clock, SourceCities.NONE),
                new MessageStore(database, new Partitions(database)),
                new IntakeMeters(new SimpleMeterRegistry()),
                new Heard())::keep;
    }
}
