package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.mqtt.RetainedPublisher.Answer;
import de.hexapolis.mqtt.RetainedPublisher.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PahoPublisherTest {
    @Test
    void sendsNoMoreAtOnceThanTheBrokerReceives() throws Exception {
        try (BrokerWithFewHands broker = new BrokerWithFewHands(3);
                RetainedPublisher publisher = Publishers.at(broker.address())) {
            assertThat(publisher.publish(
                            IntStream.range(0, 50)
                                    .mapToObj(PahoPublisherTest::state)
                                    .toList(),
                            Duration.ofSeconds(10)))
                    .hasSize(50)
                    .containsOnly(Answer.TAKEN);

            assertThat(broker.taken()).isEqualTo(50);
            assertThat(broker.mostAtOnce()).isLessThanOrEqualTo(3);
        }
    }

    private static State state(int number) {
        return new State(
                "v1/fulda/alerts/" + number,
                "{}".getBytes(StandardCharsets.UTF_8),
                "application/json",
                String.valueOf(number),
                Optional.empty());
    }
}
