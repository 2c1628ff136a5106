package de.hexapolis.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** Each source with its state; ready while at least one is connected, since a foreign broker's absence is not ours. */
@Readiness
@ApplicationScoped
public class SourceReadiness implements HealthCheck {
    private final MqttConnector connector;

    public SourceReadiness(@Connector(MqttConnector.NAME) MqttConnector connector) {
        this.connector = connector;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sources");
        boolean anyConnected = connector.feeds().isEmpty();
        for (SourceFeed feed : connector.feeds()) {
            String state =
                    feed.connection().trouble().map(reason -> "away: " + reason).orElse("connected");
            answer.withData(feed.connection().source().name(), state);
            anyConnected |= state.equals("connected");
        }
        return answer.status(anyConnected).build();
    }
}
