package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileException;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenmlPackTest {
    private static final Instant RECEIVED = Instant.parse("2026-07-01T10:15:01.250Z");

    @Test
    void appliesBaseFieldsAndConvertsUnits() {
        Accepted accepted = (Accepted) decode(
                """
                [{"bn":"urn:dev:mac:0024befffe804ff1:","bt":1782900900,"bu":"%","n":"fill_level","v":40},
                 {"bv":10,"n":"fill_level:2","v":1,"t":-60},
                 {"bv":0,"n":"soil_temperature","u":"K","v":293.15},
                 {"n":"lid","vs":"open"},{"n":"tilt_alarm","vb":true},
                 {"n":"place","u":"lat","v":50.5},{"n":"place","u":"lon","v":9.5},
                 {"n":"frame","vd":"AA"}]
                """,
                Registered.nothing());
        assertThat(accepted.device()).isEqualTo(new DeviceId("0024befffe804ff1"));
        assertThat(Outcome.of(accepted))
                .isEqualTo("fill_level=40.0 fill_level/2=11.0 soil_temperature=20.0"
                        + " lid:\"open\" tilt_alarm:true @50.5,9.5");
        assertThat(accepted.measurements())
                .extracting(Measurement::observedAt)
                .containsExactly(
                        Instant.ofEpochSecond(1_782_900_900),
                        Instant.ofEpochSecond(1_782_900_840),
                        Instant.ofEpochSecond(1_782_900_900));
    }

    @Test
    void countsSmallTimesFromTheReceipt() {
        Accepted accepted = (Accepted) decode(
                "[{\"n\":\"urn:dev:ow:10e2073a01080063/distance\",\"u\":\"m\",\"v\":1.2,\"t\":-5}]",
                Registered.nothing());
        assertThat(accepted.measurements().get(0).observedAt()).isEqualTo(RECEIVED.minusSeconds(5));
        assertThat(accepted.measurements().get(0).value()).isEqualTo(1200);
    }

    @Test
    void leavesNamesThatAreNoQuantityToTheDevicesProfile() throws ProfileException {
        DeviceProfile profile = DeviceProfile.parse(
                """
                profile: one-wire
                version: "1"
                readings:
                  - {quantity: soil_temperature, path: value}
                """,
                "one-wire.yaml");
        Registered registered = Registered.one(new DeviceId("10e2073a01080063"), profile);
        assertThat(Outcome.of(decode("[{\"n\":\"urn:dev:ow:10e2073a01080063\",\"u\":\"Cel\",\"v\":23.1}]", registered)))
                .isEqualTo("soil_temperature=23.1");
    }

    @Test
    void keepsTheChannelsApartThatItLeavesToTheProfile() throws ProfileException {
        DeviceProfile profile = DeviceProfile.parse(
                """
                profile: probe
                version: "1"
                readings:
                  - {quantity: soil_moisture, path: "vwc_{n}cm", channel: "{n}cm"}
                """,
                "probe.yaml");
        Registered registered = Registered.one(new DeviceId("10e2073a01080063"), profile);
        assertThat(Outcome.of(decode(
                        """
                        [{"bn":"urn:dev:ow:10e2073a01080063:","n":"vwc:30cm","v":21},{"n":"vwc:60cm","v":23},
                         {"n":"vwc:60cm","v":24}]
                        """,
                        registered)))
                .isEqualTo("soil_moisture/30cm=21.0 soil_moisture/60cm=23.0"
                        + " ![2].n: 'vwc_60cm' has another value of the same time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {}                                                        | malformed
            [{"n":"distance","v":1}]                                  | malformed
            [{"bver":11,"n":"urn:dev:ow:10e2073a01080063:distance","v":1}] | malformed
            [{"new_":1,"n":"urn:dev:ow:10e2073a01080063:distance","v":1}]  | malformed
            [{"n":"urn:dev:ow:1:distance","v":1},{"n":"urn:dev:ow:2:distance","v":1}] | malformed
            [{"n":"urn:dev:ow:10e2073a01080063:weight","v":1}]        | unknown_quantity
            [{"n":"urn:dev:ow:10e2073a01080063:distance","u":"kPa","v":1}] | invalid_reading
            [{"n":"urn:dev:ow:10e2073a01080063:distance","v":"1"}]    | invalid_reading
            [{"n":"urn:dev:ow:10e2073a01080063:here","u":"lat","v":1}] | invalid_reading
            [{"n":"urn:dev:ow:10e2073a01080063:distance"}]            | ignored
            [{"n":"urn:dev:ow:10e2073a01080063_distance","u":"cm","v":1}] | distance=10.0
            [{"n":"urn:dev:ow:10e2073a01080063:battery_level","u":"%EL","v":80}] | battery_level=80.0
            """)
    void refusesWhatNoReaderMayGuess(String payload, String outcome) {
        assertThat(Outcome.of(decode(payload, Registered.nothing()))).isEqualTo(outcome);
    }

    private static Decoded decode(String payload, Registered registered) {
        return new MessageDecoder()
                .decode(
                        new RawMessage("senml", "some/topic", payload.getBytes(StandardCharsets.UTF_8), RECEIVED),
                        WireFormat.SENML,
                        registered);
    }
}
