package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a device kept while it had no network and sends later, in one uplink. */
class RecordsTest {
    private static final DeviceId DEVICE = new DeviceId("24e124126a148401");

    @Test
    void areStoredAtTheirOwnTimes() {
        Accepted accepted = (Accepted)
                decode(
                        """
                {"battery":92.0,"temperature":30.8,"moisture":50.5,"history":[
                 {"timestamp":1782900000.0,"electricity":270.0,"temperature":29.5,"moisture":48.25},
                 {"timestamp":1782900300.0,"electricity":271.0,"temperature":29.5,"moisture_error":"read error"}]}
                """);
        assertThat(readings(accepted))
                .containsExactly(
                        "soil_moisture 50.5 2026-07-01T10:15:00Z",
                        "soil_temperature 30.8 2026-07-01T10:15:00Z",
                        "battery_level 92.0 2026-07-01T10:15:00Z",
                        "soil_moisture 48.25 2026-07-01T10:00:00Z",
                        "soil_temperature 29.5 2026-07-01T10:00:00Z",
                        "soil_conductivity 0.27 2026-07-01T10:00:00Z",
                        "soil_temperature 29.5 2026-07-01T10:05:00Z",
                        "soil_conductivity 0.271 2026-07-01T10:05:00Z");
        assertThat(accepted.refusedParts()).isEmpty();
    }

    @Test
    void areStoredWithoutACurrentReadingToo() {
        Accepted accepted = (Accepted) decode("{\"history\":[{\"timestamp\":1782900000,\"moisture\":48}]}");
        assertThat(readings(accepted)).containsExactly("soil_moisture 48.0 2026-07-01T10:00:00Z");
    }

    @Test
    void areRefusedWithoutATimeThatCanBe() {
        Accepted accepted = (Accepted)
                decode("{\"moisture\":50,\"history\":[{\"timestamp\":12,\"moisture\":48},{\"moisture\":47},null]}");
        assertThat(readings(accepted)).containsExactly("soil_moisture 50.0 2026-07-01T10:15:00Z");
        assertThat(accepted.refusedParts())
                .extracting(Rejected::detail)
                .containsExactly(
                        "history[*]: a record without a time that can be: '{\"timestamp\":12,\"moisture\":48}'",
                        "history[*]: a record without a time that can be: '{\"moisture\":47}'");
    }

    @Test
    void areLeftToWhoHasAClockIfTheyAreAhead() {
        Accepted accepted = (Accepted) decode("{\"history\":[{\"timestamp\":4070908800,\"moisture\":48}]}");
        assertThat(readings(accepted)).containsExactly("soil_moisture 48.0 2099-01-01T00:00:00Z");
    }

    private static List<String> readings(Accepted accepted) {
        return accepted.measurements().stream()
                .map(each -> "%s %s %s".formatted(each.quantity(), each.value(), each.observedAt()))
                .toList();
    }

    private static Decoded decode(String object) {
        String message =
                """
                {"deviceInfo":{"devEui":"24e124126a148401"},"time":"2026-07-01T10:15:00+00:00","fPort":85,"data":"AA==",
                 "object":%s}
                """
                        .formatted(object);
        return new MessageDecoder()
                .decode(
                        new RawMessage(
                                "lorawan",
                                "application/17c8/device/24e124126a148401/event/up",
                                message.getBytes(StandardCharsets.UTF_8),
                                Instant.parse("2026-07-01T10:15:01Z")),
                        WireFormat.CHIRPSTACK,
                        Registered.one(DEVICE, ShippedProfiles.named("milesight-iot/em500-smtc")));
    }
}
