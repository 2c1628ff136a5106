package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.Unread;
import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a profile reads nothing of a message. */
class UnreadLogTest {
    private final Logger logger = Logger.getLogger(UnreadLog.class.getName());
    private final Lines lines = new Lines();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final UnreadLog log = new UnreadLog(nanoTime::get);

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(lines);
    }

    @Test
    void isSaidOnceAnHourForEachSourceAndProfile() {
        for (int times = 0; times < 3; times++) {
            log.note("lorawan", of("maker/bin 1"));
        }
        assertThat(lines.texts)
                .containsExactly(
                        "WARNING source lorawan: profile maker/bin 1 reads nothing of a message of device d (and of 0 more"
                                + " since this was said): the message has distance, battery; the profile looks for"
                                + " Distance; should such messages carry nothing, name them below ignore");

        log.note("lorawan", of("maker/bin 2"));
        log.note("other", of("maker/bin 1"));
        assertThat(lines.texts).hasSize(3);

        nanoTime.addAndGet(Duration.ofHours(1).toNanos());
        log.note("lorawan", of("maker/bin 1"));
        assertThat(lines.texts).hasSize(4).last().asString().contains("device d (and of 2 more");
    }

    @Test
    void isForgottenRatherThanKeptWithoutEnd() {
        for (int profile = 0; profile <= 1_000; profile++) {
            log.note("lorawan", of("maker/bin " + profile));
        }
        log.note("lorawan", of("maker/bin 0"));
        assertThat(lines.texts).hasSize(1_002);
    }

    private static Unread of(String profile) {
        return new Unread(new DeviceId("d"), profile, "distance, battery", "Distance");
    }

    private static final class Lines extends Handler {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            Object[] parameters = line.getParameters();
            String text = parameters == null ? line.getMessage() : String.format(line.getMessage(), parameters);
            texts.add(level(line) + " " + text);
        }

        /** The log manager of the services calls it WARN. */
        private static String level(LogRecord line) {
            return line.getLevel().intValue() == Level.WARNING.intValue() ? "WARNING" : "other level";
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
