package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, the outcome is a value, and never a defect of ours. */
class AnyBytesTest {
    private static final int MESSAGES = 100_000;
    private static final Instant RECEIVED = Instant.parse("2026-07-01T10:15:01Z");
    private static final DeviceId DEVICE = new DeviceId("0004a30b001c0530");

    private record Sample(WireFormat format, String topic, String payload) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    WireFormat.HEXAPOLIS,
                    "v1/fulda/bin-1/telemetry",
                    """
                    {"observed_at":"2026-07-01T10:15:00Z","readings":[{"quantity":"fill_level","value":73.5},\
                    {"quantity":"soil_water_tension","channel":"30cm","value":41.2,"unit":"kPa"}],\
                    "events":[{"kind":"tilt","value":true}],"position":{"lat":50.5,"lon":9.6,"accuracy_m":8}}"""),
            new Sample(
                    WireFormat.SENML,
                    "senml",
                    """
                    [{"bn":"urn:dev:mac:0004a30b001c0530:","bt":1782900900,"n":"distance","u":"m","v":1.5},\
                    {"n":"lid","vs":"open","t":-5},{"n":"x","u":"lat","v":1},{"n":"x","u":"lon","v":2}]"""),
            new Sample(
                    WireFormat.THE_THINGS_STACK,
                    "v3/a@t/devices/d/up",
                    """
                    {"end_device_ids":{"dev_eui":"0004A30B001C0530"},"uplink_message":{"f_port":2,\
                    "frm_payload":"AA==","received_at":"2026-07-01T10:15:00.123456789Z","decoded_payload":{"valid":true,\
                    "level":"2000 mm","angle":"0 °","temperature":"25 ℃","distance":30,"soil_moisture_at_depth_0":\
                    {"value":-5},"messages":[{"measurementId":4097,"measurementValue":21.4}],"input1_frequency":1390,\
                    "latitude":"40.0","longitude":"116.5","position":"tilt","watermarks":[{"depth":30,"centibar":10}]}}}"""),
            new Sample(
                    WireFormat.CHIRPSTACK,
                    "application/1/device/0004a30b001c0530/event/up",
                    """
                    {"time":"2026-07-01T10:15:00+00:00","deviceInfo":{"devEui":"0004a30b001c0530"},"fPort":2,"data":"qg==",\
                    "object":{"battery":92,"temperature":25.7,"distance":2116,"position":"tilt"}}"""),
            new Sample(
                    WireFormat.THINGPARK,
                    "tpx",
                    """
                    {"DevEUI_uplink":{"Time":"2021-12-01T00:00:11.013+01:00","DevEUI":"0004A30B001C0530","FPort":"2",\
                    "payload_hex":"02","payload":{"water_SOIL":"19.57","conduct_SOIL":28200}}}"""),
            new Sample(
                    WireFormat.of("mapped:tasmota/sensor"),
                    "tele/0004a30b001c0530/SENSOR",
                    """
                    {"Time":"2021-08-17T07:31:36","BME280":{"Temperature":26.1},"SR04":{"Distance":59.368}}"""));

    /** What breaks parsers, put in the place of something else. */
    private static final List<String> POISON = List.of(
            "NaN",
            "-Infinity",
            "1e400",
            "-0",
            "null",
            "true",
            "[]",
            "{}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "9".repeat(70),
            "1e-400",
            "\"1970-01-01T00:00:00Z\"",
            "\"2100-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "[".repeat(30),
            "\"" + "x".repeat(300) + "\"",
            "1782900900000",
            "\"12 parsecs\"");

    private final Map<String, DeviceProfile> byId = ShippedProfiles.byId();
    private final List<DeviceProfile> profiles = List.copyOf(byId.values());
    private final MessageDecoder decoder = new MessageDecoder();

    @Test
    void endAsAValue() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        Map<RejectReason, Integer> refused = new EnumMap<>(RejectReason.class);
        Map<String, Integer> outcomes = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Sample sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            byte[] payload = random.nextInt(5) == 0 ? noise(random) : mutated(sample.payload(), random);
            Decoded decoded = decode(sample, payload, profiles.get(random.nextInt(profiles.size())));
            outcomes.merge(decoded.getClass().getSimpleName(), 1, Integer::sum);
            rejections(decoded).forEach(rejected -> {
                refused.merge(rejected.reason(), 1, Integer::sum);
                if (!isForPeople(rejected.detail())) {
                    unreadable.add(rejected.detail());
                }
            });
        }
        assertThat(refused).doesNotContainKey(RejectReason.DEFECT);
        assertThat(unreadable).isEmpty();
        assertThat(outcomes).containsOnlyKeys("Accepted", "Ignored", "Rejected");
        assertThat(outcomes.values()).allSatisfy(count -> assertThat(count).isGreaterThan(1_000));
    }

    @Test
    void endAsTooLargeBeyondTheLimit() {
        Decoded decoded = decode(SAMPLES.get(0), new byte[1 << 20], profiles.get(0));
        assertThat(decoded)
                .isEqualTo(new Rejected(
                        RejectReason.TOO_LARGE, "1048576 bytes, at most 65536", Optional.of(new DeviceId("bin-1"))));
    }

    private Decoded decode(Sample sample, byte[] payload, DeviceProfile profile) {
        return decoder.decode(
                new RawMessage("any", sample.topic(), payload, RECEIVED),
                sample.format(),
                new Registered(Map.of(DEVICE, Optional.of(profile)), byId));
    }

    private static boolean isForPeople(String detail) {
        return !detail.isBlank() && detail.length() < 1_100 && detail.chars().noneMatch(Character::isISOControl);
    }

    private static List<Rejected> rejections(Decoded decoded) {
        if (decoded instanceof Rejected rejected) {
            return List.of(rejected);
        }
        return decoded instanceof Accepted accepted ? accepted.refusedParts() : List.of();
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A value replaced by poison, or a few bytes flipped, or the end cut off. */
    private static byte[] mutated(String payload, SplittableRandom random) {
        int kind = random.nextInt(4);
        if (kind < 2) {
            List<Integer> colons = new ArrayList<>();
            for (int at = payload.indexOf(':'); at >= 0; at = payload.indexOf(':', at + 1)) {
                colons.add(at);
            }
            int start = colons.get(random.nextInt(colons.size())) + 1;
            int end = start;
            while (end < payload.length() && ",}]".indexOf(payload.charAt(end)) < 0) {
                end++;
            }
            String poison = POISON.get(random.nextInt(POISON.size()));
            return (payload.substring(0, start) + poison + payload.substring(end)).getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (kind == 2) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
