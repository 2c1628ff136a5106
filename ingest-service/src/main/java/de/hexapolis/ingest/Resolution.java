package de.hexapolis.ingest;

import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.Decoded;
import de.hexapolis.decode.RejectReason;
import de.hexapolis.decode.Rejected;
import de.hexapolis.registry.Registry;
import de.hexapolis.registry.RegistryView;
import de.hexapolis.registry.SeriesKey;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.QuarantineEntry;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
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

    /** @param clock the platform's */
    Resolution(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
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

    private static Draft draft(Unresolved each, RegistryView view, Instant now) {
        try {
            if (each.decoded() instanceof Accepted accepted) {
                return view.device(accepted.device())
                        .map(device -> new DraftBuilder(each.message(), device, now).build(accepted))
                        .orElseGet(() -> Draft.refused(unknown(each.message(), accepted.device())));
            }
            if (each.decoded() instanceof Rejected rejected) {
                return Draft.refused(entry(each.message(), rejected, cityOf(rejected.device(), view)));
            }
            return Draft.nothing(each.message());
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "a message of source %s could not be resolved",
                    each.message().source());
            return Draft.refused(new QuarantineEntry(
                    each.message(),
                    RejectReason.DEFECT.wireName(),
                    defect.toString(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private static QuarantineEntry unknown(RawMessage message, DeviceId device) {
        return new QuarantineEntry(
                message,
                RejectReason.UNKNOWN_DEVICE.wireName(),
                "device '%s' is not registered".formatted(device),
                Optional.of(device.value()),
                Optional.empty());
    }

    private static QuarantineEntry entry(RawMessage message, Rejected rejected, Optional<String> city) {
        return new QuarantineEntry(
                message,
                rejected.reason().wireName(),
                rejected.detail(),
                rejected.device().map(DeviceId::value),
                city);
    }

    private static Optional<String> cityOf(Optional<DeviceId> device, RegistryView view) {
        return device.flatMap(view::device)
                .flatMap(registered -> registered.city())
                .map(city -> city.value());
    }

    /** A message and what the decoder made of it. */
    record Unresolved(RawMessage message, Decoded decoded) {}
}
