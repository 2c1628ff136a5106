package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks other people's parsers is refused as a whole, in words. */
class PoisonTest {
    private static final String GOOD =
            "{\"observed_at\":\"2026-07-01T10:15:00Z\",\"readings\":[{\"quantity\":\"distance\",\"value\":1}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"value":NaN}                  | Non-standard token 'NaN'
            {"value":1}{"value":2}         | Trailing token
            {"value":1,"value":2}          | Duplicate field 'value'
            {"value":1                     | Unexpected end-of-input
            ``                             | No content to map due to end-of-input
            {"value":'1'}                  | Unexpected character
            {"value":"\u0001"}             | Illegal unquoted character
            """)
    void isMalformed(String payload, String detail) {
        assertMalformed(payload.getBytes(StandardCharsets.UTF_8), detail);
    }

    @Test
    void isMalformedIfNestedDeeplyOrTooLongANumber() {
        assertMalformed("[".repeat(50).getBytes(StandardCharsets.UTF_8), "nesting depth");
        assertMalformed(
                GOOD.replace("1}", "9".repeat(70) + "}").getBytes(StandardCharsets.UTF_8), "Number value length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1"})
    void isMalformedInOtherEncodings(String charset) {
        assertMalformed(
                GOOD.replace("distance", "dïstance").getBytes(Charset.forName(charset)), "not UTF-8 text at byte");
    }

    @Test
    void isMalformedWithOverlongOrHalfCharacters() {
        for (int[] bytes :
                new int[][] {{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xE2, 0x82}, {0xF4, 0x90, 0x80, 0x80}, {0x80}}) {
            byte[] payload = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                payload[20 + i] = (byte) bytes[i];
            }
            assertMalformed(payload, "not UTF-8 text at byte 20");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hexapolis, v1/fulda/bin-1/telemetry, bin-1",
        "senml, v1/fulda/bin-1/telemetry, bin-1",
        "chirpstack, application/1/device/0004A30B001C0530/event/up, 0004a30b001c0530",
        "the-things-stack, v3/bins@ttn/devices/bin-1/up,",
        "the-things-stack, v3/bins@ttn/devices/0004A30B001C0530/up, 0004a30b001c0530",
        "the-things-stack, v3/bins@ttn/devices/eui-0004a30b001c0530/up, 0004a30b001c0530",
        "the-things-stack, v3/bins@ttn/devices/eui-of-bin/up,",
        "thingpark, bin-1,",
        "mapped:tasmota/sensor, tele/bin-1/SENSOR, bin-1",
        "mapped:tasmota/sensor, tele/no device/SENSOR,",
        "mapped:tasmota/sensor, stat/bin-1/SENSOR,",
        "mapped:ttn-v2, tele/bin-1/SENSOR,",
        "hexapolis, v1/fulda/no device/telemetry,",
        "chirpstack, gateway/0004a30b001c0530/event/up,",
    })
    void isOfTheDeviceThatTheTopicNames(String format, String topic, @Nullable String device) {
        byte[] cutOff = "{\"observed_at\":\"2026-07-01T10:15:0".getBytes(StandardCharsets.UTF_8);

        Decoded decoded = new MessageDecoder()
                .decode(
                        new RawMessage("any", topic, cutOff, Instant.EPOCH),
                        WireFormat.of(format),
                        Registered.one(new DeviceId("bin-1"), ShippedProfiles.named("tasmota/sensor")));

        assertThat(decoded).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
            assertThat(rejected.device()).isEqualTo(Optional.ofNullable(device).map(DeviceId::new));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999+18:00"})
    void leavesStrangeTimesToWhoHasAClock(String time) {
        assertThat(decode(GOOD.replace("2026-07-01T10:15:00Z", time).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Accepted.class);
    }

    private static void assertMalformed(byte[] payload, String detail) {
        Rejected rejected = (Rejected) decode(payload);
        assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected.detail()).contains(detail);
    }

    private static Decoded decode(byte[] payload) {
        return new MessageDecoder()
                .decode(
                        new RawMessage("own", "v1/fulda/bin-1/telemetry", payload, Instant.EPOCH),
                        WireFormat.HEXAPOLIS,
                        Registered.nothing());
    }
}
