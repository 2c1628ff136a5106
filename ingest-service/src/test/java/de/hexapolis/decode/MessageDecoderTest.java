package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A defect of our own. */
class MessageDecoderTest {
    private final Logger logger = Logger.getLogger(MessageDecoder.class.getName());
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(log);
    }

    @Test
    void isRefusedEachTimeAndLoggedTheFirstTimeOfItsKind() {
        MessageDecoder decoder = new MessageDecoder();

        for (int times = 0; times < 3; times++) {
            assertThat(decode(decoder)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(RejectReason.DEFECT);
                assertThat(rejected.detail()).isEqualTo("java.lang.IllegalStateException: scripted");
            });
        }

        assertThat(log.thrown).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(log.texts).singleElement().asString().contains("v1/fulda/bin-1/telemetry", "IllegalStateException");
    }

    private static Decoded decode(MessageDecoder decoder) {
        byte[] pack = "[{\"n\":\"distance\",\"v\":1}]".getBytes(StandardCharsets.UTF_8);
        return decoder.decode(
                new RawMessage("own", "v1/fulda/bin-1/telemetry", pack, Instant.EPOCH),
                WireFormat.SENML,
                new BrokenLookup());
    }

    private static final class BrokenLookup implements ProfileLookup {
        @Override
        public Optional<DeviceProfile> profileOf(DeviceId device) {
            throw new IllegalStateException("scripted");
        }

        @Override
        public Optional<DeviceProfile> profile(String profileId) {
            throw new IllegalStateException("scripted");
        }

        @Override
        public boolean knows(DeviceId device) {
            throw new IllegalStateException("scripted");
        }
    }

    private static final class Log extends Handler {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            Object[] parameters = line.getParameters();
            texts.add(parameters == null ? line.getMessage() : String.format(line.getMessage(), parameters));
            thrown.add(line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
