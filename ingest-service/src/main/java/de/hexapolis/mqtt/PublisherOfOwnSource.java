package de.hexapolis.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which broker is published to: that of a source, by the source's name in {@code hexapolis.publish.source}. */
@ApplicationScoped
class PublisherOfOwnSource {
    @Produces
    @Singleton
    RetainedPublisher publisher(
            SourceSettings settings,
            @ConfigProperty(name = "hexapolis.publish.source", defaultValue = "own") String name) {
        SourceSettings.Source source = settings.byName().get(name);
        if (source == null || !source.enabled()) {
            return new Nowhere(name);
        }
        return new PahoPublisher(Source.of(name, source));
    }

    /** Where the source is switched off nothing is published; the channel shows why. */
    private record Nowhere(String name) implements RetainedPublisher {
        @Override
        public List<Answer> publish(List<State> states, Duration patience) throws PublishFailed {
            throw new PublishFailed("hexapolis.publish.source: there is no source '%s' in use".formatted(name));
        }

        @Override
        public void close() {}
    }
}
