package de.hexapolis.ingest;

import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.Decoded;
import de.hexapolis.decode.RejectReason;
import de.hexapolis.decode.Rejected;
import de.hexapolis.registry.RegisteredDevice;
import de.hexapolis.registry.Registry;
import de.hexapolis.registry.RegistryView;
import de.hexapolis.registry.SeriesKey;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.Origin;
import de.hexapolis.store.QuarantineEntry;
import de.hexapolis.telemetry.RawMessage;
import de.hexapolis.telemetry.TelemetryTopic;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Turns what was decoded into rows: finds the device, the asset at which it was installed when it measured, and the
 * series; derives the fill level from a distance; refuses what is too old, too new or unknown. Thread-safe.
 */
final class Resolution {
    private static final Logger LOG = Logger.getLogger(Resolution.class);

    private final Registry registry;
    private final Clock clock;
    private final SourceCities cities;

    /** @param clock the platform's */
    Resolution(Registry registry, Clock clock, SourceCities cities) {
        this.registry = registry;
        this.clock = clock;
        this.cities = cities;
    }

    /** One result per message, in order. */
    List<MessageRows> resolve(List<Unresolved> decoded, RegistryView view) {
        Instant now = clock.instant();
        Set<SeriesKey> keys = new LinkedHashSet<>();
        List<Draft> drafts = new ArrayList<>(decoded.size());
        for (Unresolved each : decoded) {
            Draft draft = draft(each, view, now);
            drafts.add(draft);
            draft.readings().forEach(reading -> keys.add(reading.series()));
        }
        Map<SeriesKey, Integer> ids = registry.seriesIds(keys);
        return drafts.stream().map(draft -> draft.rows(ids)).toList();
    }

    private Draft draft(Unresolved each, RegistryView view, Instant now) {
        RawMessage message = each.message();
        try {
            if (each.decoded() instanceof Accepted accepted) {
                return view.device(accepted.device())
                        .map(device -> draft(message, accepted, device, now))
                        .orElseGet(() -> Draft.refused(new QuarantineEntry(
                                message,
                                RejectReason.UNKNOWN_DEVICE.wireName(),
                                "device '%s' is not registered".formatted(accepted.device()),
                                cities.origin(message.source(), Optional.of(accepted.device()), view))));
            }
            if (each.decoded() instanceof Rejected rejected) {
                return Draft.refused(new QuarantineEntry(
                        message,
                        rejected.reason().wireName(),
                        rejected.detail(),
                        cities.origin(message.source(), rejected.device(), view)));
            }
            return Draft.nothing(message);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "a message of source %s could not be resolved", message.source());
            return Draft.refused(new QuarantineEntry(
                    message,
                    RejectReason.DEFECT.wireName(),
                    defect.toString(),
                    cities.origin(message.source(), Optional.empty(), view)));
        }
    }

    private Draft draft(RawMessage message, Accepted accepted, RegisteredDevice device, Instant now) {
        Origin origin = cities.origin(message.source(), device);
        if (device.city().isPresent()
                && TelemetryTopic.namesAnotherCity(
                        message.topic(), device.city().get())) {
            return Draft.refused(new QuarantineEntry(
                    message,
                    RejectReason.OTHER_CITY.wireName(),
                    "device '%s' is of city '%s', not of the topic's"
                            .formatted(device.key(), device.city().get()),
                    origin));
        }
        return new DraftBuilder(message, device, origin, now).build(accepted);
    }

    /** A message and what the decoder made of it. */
    record Unresolved(RawMessage message, Decoded decoded) {}
}
