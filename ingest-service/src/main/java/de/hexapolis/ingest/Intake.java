package de.hexapolis.ingest;

import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.Decoded;
import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.RejectReason;
import de.hexapolis.decode.Rejected;
import de.hexapolis.pulse.Heard;
import de.hexapolis.registry.Registry;
import de.hexapolis.registry.RegistryUnavailable;
import de.hexapolis.registry.RegistryView;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.StoreUnavailable;
import de.hexapolis.store.WriteResult;
import de.hexapolis.store.WriteResult.Committed;
import de.hexapolis.telemetry.RawMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decodes and stores messages, each batch in one transaction; returns when it is committed. A database that is away is
 * waited for, and what was known of it is then read again, since it may come back as a replica or a backup; so is a
 * registry that has changed meanwhile. Thread-safe.
 */
public final class Intake {
    private final MessageDecoder decoder;
    private final SourceFormats formats;
    private final Registry registry;
    private final Resolution resolution;
    private final MessageStore store;
    private final IntakeMeters meters;
    private final Heard heard;
    private final Set<Patience> underWay = ConcurrentHashMap.newKeySet();

    Intake(
            MessageDecoder decoder,
            SourceFormats formats,
            Registry registry,
            Resolution resolution,
            MessageStore store,
            IntakeMeters meters,
            Heard heard) {
        this.decoder = decoder;
        this.formats = formats;
        this.registry = registry;
        this.resolution = resolution;
        this.store = store;
        this.meters = meters;
        this.heard = heard;
    }

    /**
     * Keeps messages, however long the database is away.
     *
     * @throws InterruptedException if the program stops first; whether they are stored is then unknown
     */
    public Committed keep(List<RawMessage> messages) throws InterruptedException {
        meters.took(messages.size());
        Patience patience = new Patience();
        underWay.add(patience);
        try {
            return keep(messages, patience);
        } finally {
            underWay.remove(patience);
        }
    }

    /** How long the longest attempt of those under way has been taking; an attempt that fails is over. */
    Duration longestAttempt() {
        return underWay.stream()
                .map(Patience::sinceAttempt)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Committed keep(List<RawMessage> messages, Patience patience) throws InterruptedException {
        while (true) {
            try {
                WriteResult result = attempt(messages);
                if (result instanceof Committed committed) {
                    meters.settled(committed);
                    patience.over();
                    return committed;
                }
                registry.refresh();
                patience.attempt();
            } catch (StoreUnavailable | RegistryUnavailable away) {
                meters.retries.increment();
                registry.doubt();
                store.forget();
                patience.await(String.valueOf(away.getMessage()));
            }
        }
    }

    private WriteResult attempt(List<RawMessage> messages) {
        RegistryView view = registry.current();
        long started = System.nanoTime();
        List<Resolution.Unresolved> decoded = messages.stream()
                .map(message -> new Resolution.Unresolved(message, decode(message, view)))
                .toList();
        List<MessageRows> rows = resolution.resolve(decoded, view);
        long decodedAt = System.nanoTime();
        meters.decoding.record(Duration.ofNanos(decodedAt - started));
        WriteResult result = store.write(rows, view.version());
        meters.storing.record(Duration.ofNanos(System.nanoTime() - decodedAt));
        if (result instanceof Committed) {
            decoded.forEach(each -> note(each, view));
        }
        return result;
    }

    /** In memory: somebody else writes down when what was heard. */
    private void note(Resolution.Unresolved each, RegistryView view) {
        RawMessage message = each.message();
        heard.source(message.source(), message.receivedAt());
        if (each.decoded() instanceof Accepted accepted) {
            view.device(accepted.device())
                    .ifPresent(device -> heard.device(
                            device.deviceId(), message.source(), accepted.gateway(), message.receivedAt()));
        }
    }

    private Decoded decode(RawMessage message, RegistryView view) {
        return formats.of(message.source())
                .map(format -> decoder.decode(message, format, view))
                .orElseGet(() -> new Rejected(
                        RejectReason.MALFORMED,
                        "hexapolis.sources.%s: there is no such source".formatted(message.source()),
                        Optional.empty()));
    }
}
