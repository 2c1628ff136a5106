package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    @Test
    void sharesItsTopicWithTheOtherReplicasOfItsGroup() {
        Source source = source(Map.of("shared-group", "ingest"));

        assertThat(source.filter()).isEqualTo("$share/ingest/v1/+/+/telemetry");
        assertThat(source.clientId()).isEqualTo("ingest-0-own");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "version, 4, hexapolis.sources.own.version: '4' is not 5 or 3",
                "qos, 2, hexapolis.sources.own.qos: '2' is not 0 or 1",
                "receive-maximum, 0, hexapolis.sources.own.receive-maximum: '0' is not 1 to 32767",
                "receive-maximum, 40000, hexapolis.sources.own.receive-maximum: '40000' is not 1 to 32767",
                "receive-bytes, 1K, hexapolis.sources.own.receive-bytes: '1024' is not at least the largest packet (66560)",
                "batch-messages, 5000, hexapolis.sources.own.batch-messages: '5000' is not 1 to receive-maximum (4000)",
                "batch-bytes, 0, hexapolis.sources.own.batch-bytes: '0' is not above 0",
                "batch-linger, PT-1S, hexapolis.sources.own.batch-linger: 'PT-1S' is not from PT0S to PT1M",
                "keep-alive, PT0S, hexapolis.sources.own.keep-alive: 'PT0S' is not from PT1S to PT18H12M15S",
                "keep-alive, PT18H12M16S, hexapolis.sources.own.keep-alive: 'PT18H12M16S' is not from PT1S to PT18H12M15S",
                "session-expiry, PT59M, hexapolis.sources.own.session-expiry: 'PT59M' is not from PT1H to PT1193046H28M15S",
                "session-expiry, P49711D, hexapolis.sources.own.session-expiry: 'PT1193064H' is not from PT1H to PT1193046H28M15S",
                "topic, v1/x#, hexapolis.sources.own.topic: 'v1/x#' is not a topic filter",
                "topic, #/telemetry, hexapolis.sources.own.topic: '#/telemetry' is not a topic filter",
                "topic, v1/bin+/telemetry, hexapolis.sources.own.topic: 'v1/bin+/telemetry' is not a topic filter",
                "shared-group, a/b, hexapolis.sources.own.shared-group: 'a/b' is not a name without wildcards or /",
                "broker, mqtt.example, hexapolis.sources.own.broker: 'mqtt.example' is not tcp://host:port or ssl://host:port",
            })
    void refusesAWrongSettingByItsName(String setting, String value, String message) {
        assertThatThrownBy(() -> source(Map.of(setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+", "/", "v1/#", "v1/+/+/telemetry", "+/a//b/#", "$SYS/#"})
    void takesEveryTopicFilter(String filter) {
        assertThat(source(Map.of("topic", filter)).filter()).isEqualTo(filter);
    }

    private static Source source(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Sources.settings("own"));
        settings.forEach((name, value) -> all.put("hexapolis.sources.own." + name, value));
        return Source.of(
                "own", Objects.requireNonNull(Sources.mapped(all).byName().get("own")));
    }
}
