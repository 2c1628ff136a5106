package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnJsonTest {
    private static final DeviceId DEVICE = new DeviceId("bin-1");
    private static final Instant AT = Instant.parse("2026-07-01T10:15:00Z");
    private static final ProfileLookup NO_PROFILES = new ProfileLookup() {
        @Override
        public Optional<DeviceProfile> profileOf(DeviceId device) {
            return Optional.empty();
        }

        @Override
        public boolean knows(DeviceId device) {
            return false;
        }

        @Override
        public Optional<DeviceProfile> profile(String profileId) {
            return Optional.empty();
        }
    };

    @Test
    void readsReadingsEventsAndPosition() {
        Decoded decoded = decode(
                """
                {"observed_at":"2026-07-01T12:15:00+02:00",
                 "readings":[{"quantity":"fill_level","value":73.5},
                             {"quantity":"soil_water_tension","channel":"30cm","value":412,"unit":"mbar"}],
                 "events":[{"kind":"tilt","value":true}],
                 "position":{"lat":50.5528,"lon":9.6777,"accuracy_m":8}}
                """);
        assertThat(decoded)
                .isEqualTo(new Accepted(
                        DEVICE,
                        List.of(
                                new Measurement(DEVICE, Quantity.FILL_LEVEL, Channel.ONLY, AT, 73.5),
                                new Measurement(DEVICE, Quantity.SOIL_WATER_TENSION, new Channel("30cm"), AT, 41.2)),
                        List.of(new DeviceEvent(DEVICE, "tilt", AT, "true")),
                        List.of(new PositionFix(DEVICE, AT, 9.6777, 50.5528, OptionalDouble.of(8))),
                        List.of()));
    }

    @Test
    void oneBadReadingCostsThatReadingOnly() {
        Accepted accepted = (Accepted)
                decode(
                        """
                {"observed_at":"2026-07-01T10:15:00Z","readings":[
                  {"quantity":"distance","value":800},
                  {"quantity":"fill_level","value":"abc"},
                  {"quantity":"weight","value":1},
                  {"quantity":"battery_voltage","value":3600,"unit":"mV"}]}
                """);
        assertThat(accepted.measurements())
                .extracting(Measurement::quantity, Measurement::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Quantity.DISTANCE, 800.0),
                        org.assertj.core.groups.Tuple.tuple(Quantity.BATTERY_VOLTAGE, 3.6));
        assertThat(accepted.refusedParts())
                .containsExactly(
                        new Rejected(
                                RejectReason.INVALID_READING,
                                "readings[1].value: 'abc' is not a number",
                                Optional.of(DEVICE)),
                        new Rejected(
                                RejectReason.UNKNOWN_QUANTITY,
                                "readings[2].quantity: 'weight' is not a known quantity",
                                Optional.of(DEVICE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"readings":[]}                                        | malformed | observed_at: nothing is not an RFC 3339 time with offset
            {"observed_at":"2026-07-01T10:15:00","readings":[]}    | malformed | observed_at: '2026-07-01T10:15:00' is not an RFC 3339 time with offset
            {"observed_at":"2026-07-01T10:15:00Z"}                 | malformed | neither readings nor events nor position
            {"observed_at":"2026-07-01T10:15:00Z","device":"bin-2","readings":[]} | malformed | device: 'bin-2', but the topic names bin-1
            {"observed_at":"2026-07-01T10:15:00Z","city":"marburg","readings":[]} | malformed | city: 'marburg', but the topic names fulda
            {"observed_at":"2026-07-01T10:15:00Z","readings":[{"quantity":"fill_level","value":"73.5"}]} | invalid_reading | readings[0].value: '73.5' is not a number
            {"observed_at":"2026-07-01T10:15:00Z","readings":[{"quantity":"fill_level","value":1e400}]} | invalid_reading | readings[0].value: 'Infinity' is not a number
            {"observed_at":"2026-07-01T10:15:00Z","readings":[{"quantity":"fill_level","value":5,"unit":"kPa"}]} | invalid_reading | readings[0].unit: 'kPa' is no unit of fill_level, which is in %
            {"observed_at":"2026-07-01T10:15:00Z","events":[{"kind":"Tilt"}]} | invalid_reading | events[0].kind: 'Tilt' is not a kind of event
            {"observed_at":"2026-07-01T10:15:00Z","position":{"lat":91,"lon":9}} | invalid_reading | position: lat '91', lon '9', accuracy_m nothing is not a position on earth
            []                                                     | malformed | not a JSON object
            """)
    void refusesWithFieldAndValue(String payload, String reason, String detail) {
        Rejected rejected = (Rejected) decode(payload);
        assertThat(rejected.reason().wireName()).isEqualTo(reason);
        assertThat(rejected.detail()).isEqualTo(detail);
    }

    private static Decoded decode(String payload) {
        return new MessageDecoder()
                .decode(
                        new RawMessage(
                                "own",
                                "v1/fulda/bin-1/telemetry",
                                payload.getBytes(StandardCharsets.UTF_8),
                                Instant.parse("2026-07-01T10:15:01Z")),
                        WireFormat.HEXAPOLIS,
                        NO_PROFILES);
    }
}
