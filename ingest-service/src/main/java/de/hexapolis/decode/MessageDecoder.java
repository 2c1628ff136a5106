package de.hexapolis.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.RawMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Reads messages of every format. It never throws: what the sender did wrong is a {@link Rejected}, and so is a defect of
 * our own, with the exception's class; of each class the first is logged. A message that a profile passes over without
 * saying so is logged once an hour. Thread-safe.
 *
 * <p>Times are only parsed: whether a reading is too old or too new is judged by who has a clock. Whether the device is
 * registered is judged here only where a profile is needed.
 */
public final class MessageDecoder {
    /** In bytes; brokers and clients are set to the same limit. */
    public static final int LARGEST_PAYLOAD = 64 * 1024;

    private static final Logger LOG = Logger.getLogger(MessageDecoder.class);

    /** Few, as there are few classes of exceptions. */
    private final Set<Class<?>> loggedDefects = ConcurrentHashMap.newKeySet();

    private final UnreadLog unread = new UnreadLog(System::nanoTime);

    /** What the message says; a refused one is of the device that its topic names, where it names none itself. */
    public Decoded decode(RawMessage message, WireFormat format, ProfileLookup profiles) {
        Decoded decoded = read(message, format, profiles);
        return decoded instanceof Rejected rejected && rejected.device().isEmpty()
                ? new Rejected(rejected.reason(), rejected.detail(), TopicDevice.of(message.topic(), format, profiles))
                : decoded;
    }

    private Decoded read(RawMessage message, WireFormat format, ProfileLookup profiles) {
        if (message.payload().length > LARGEST_PAYLOAD) {
            return new Rejected(
                    RejectReason.TOO_LARGE,
                    "%d bytes, at most %d".formatted(message.payload().length, LARGEST_PAYLOAD),
                    Optional.empty());
        }
        try {
            Decoded decoded = decode(message, JsonText.parse(message.payload()), format, profiles);
            if (decoded instanceof Ignored ignored) {
                LOG.debugf("source %s: a message is ignored: %s", message.source(), ignored.why());
                ignored.unread().ifPresent(strange -> unread.note(message.source(), strange));
            }
            return decoded;
        } catch (JsonProcessingException notJson) {
            return malformed(notJson.getOriginalMessage());
        } catch (IOException notText) {
            return malformed(String.valueOf(notText.getMessage()));
        } catch (RuntimeException defect) {
            if (loggedDefects.add(defect.getClass())) {
                LOG.warnf(
                        defect,
                        "source %s: a message of topic %s could not be decoded: %s; it lies in quarantine, and so will"
                                + " others",
                        message.source(),
                        Excerpt.quoted(message.topic()),
                        defect.getClass().getName());
            }
            return new Rejected(
                    RejectReason.DEFECT,
                    "%s: %s".formatted(defect.getClass().getName(), defect.getMessage()),
                    Optional.empty());
        }
    }

    private static Decoded decode(RawMessage message, JsonNode root, WireFormat format, ProfileLookup profiles) {
        return switch (format.envelope()) {
            case HEXAPOLIS -> OwnJson.decode(message, root);
            case SENML -> SenmlPack.decode(message, root, profiles);
            case THE_THINGS_STACK -> ThingsStack.decode(message, root, profiles);
            case CHIRPSTACK -> Chirpstack.decode(message, root, profiles);
            case THINGPARK -> Thingpark.decode(root, profiles);
            case MAPPED -> MappedJson.decode(message, root, format.profileId(), profiles);
        };
    }

    private static Rejected malformed(String why) {
        return new Rejected(RejectReason.MALFORMED, why, Optional.empty());
    }
}
