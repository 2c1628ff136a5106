package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a broker answers to a subscription (MQTT 3.1.1 and 5, section 3.9.3): the QoS that it grants, or from 0x80 on why
 * it refuses. Paho takes each answer for a success.
 */
final class SubscriptionAnswer {
    private static final int REFUSED = 0x80;

    private SubscriptionAnswer() {}

    /**
     * @param answers to the one subscription; none where the client library lost them with its connection
     * @throws SessionRefused if the broker refuses, or grants less than the source promises
     */
    static void check(Source source, int @Nullable [] answers) throws SessionRefused {
        if (answers == null || answers.length == 0) {
            return;
        }
        if (answers[0] >= REFUSED) {
            throw new SessionRefused(
                    "broker refuses the subscription to '%s': reason code 0x%x".formatted(source.filter(), answers[0]));
        }
        if (answers[0] < source.qos()) {
            throw new SessionRefused(
                    "broker grants '%s' QoS %d, not %d: messages could be lost on the way; qos=%d accepts that"
                            .formatted(source.filter(), answers[0], source.qos(), answers[0]));
        }
    }
}
