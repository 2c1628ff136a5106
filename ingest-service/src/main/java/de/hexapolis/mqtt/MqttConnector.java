package de.hexapolis.mqtt;

import de.hexapolis.mqtt.SourceConnection.SessionFactory;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * The inbound connector {@code hexapolis-mqtt}: one channel with the batches of all sources. Acknowledging a batch
 * sends the PUBACKs of its messages; until then the broker keeps them.
 */
@ApplicationScoped
@Connector(MqttConnector.NAME)
public class MqttConnector implements InboundConnector {
    public static final String NAME = "hexapolis-mqtt";

    private static final Logger LOG = Logger.getLogger(MqttConnector.class);
    private static final long SETTLE_MS = 20_000;

    private final BatchPublisher publisher = new BatchPublisher();
    private final SessionFactory sessions;
    private final List<SourceFeed> feeds;

    @Inject
    public MqttConnector(SourceSettings settings, MeterRegistry registry, PlatformClock clock) {
        this(settings, registry, clock, each -> each.legacy() ? new PahoLegacySession(each) : new PahoSession(each));
    }

    MqttConnector(SourceSettings settings, MeterRegistry registry, PlatformClock clock, SessionFactory sessions) {
        this.sessions = sessions;
        this.feeds = settings.byName().entrySet().stream()
                .filter(entry -> entry.getValue().enabled())
                .map(entry -> Source.of(entry.getKey(), entry.getValue()))
                .map(source -> feed(source, registry, clock))
                .toList();
    }

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        return subscriber -> {
            publisher.subscribe(subscriber);
            feeds.forEach(SourceFeed::start);
        };
    }

    List<SourceFeed> feeds() {
        return feeds;
    }

    /** Stops in the order door, buffer, store: nothing new is taken, what is under way is stored and acknowledged. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        feeds.forEach(SourceFeed::stopFeeding);
        long deadline = System.nanoTime() + SETTLE_MS * 1_000_000;
        while (!feeds.stream().allMatch(SourceFeed::isSettled) && System.nanoTime() < deadline) {
            pause();
        }
        feeds.forEach(feed -> feed.connection().stop());
        LOG.infof("the door is closed; %d sources said goodbye", feeds.size());
    }

    private SourceFeed feed(Source source, MeterRegistry registry, PlatformClock clock) {
        Window window = new Window(source.receiveMaximum(), source.receiveBytes());
        DoorMeters meters = new DoorMeters(registry, source.name());
        SourceConnection connection = new SourceConnection(source, sessions, window, meters, clock);
        return new SourceFeed(connection, window, publisher, meters);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
