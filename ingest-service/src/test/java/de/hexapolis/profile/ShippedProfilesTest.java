package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.telemetry.DeviceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedProfilesTest {
    /** The names in the maker's codec of 2025. */
    @Test
    void readMilesightsSoilSensorByItsNewestNames() throws JsonProcessingException {
        Mapped mapped = ShippedProfiles.named("milesight-iot/em500-smtc")
                .map(new Uplink(
                        new DeviceId("d"),
                        new ObjectMapper().readTree("{\"moisture\":31.25,\"temperature\":12.5,\"electricity\":270}"),
                        85,
                        Instant.EPOCH));
        assertThat(mapped.measurements())
                .extracting(measurement -> measurement.quantity() + " " + measurement.value())
                .containsExactly("soil_moisture 31.25", "soil_temperature 12.5", "soil_conductivity 0.27");
    }

    @Test
    void allOfThemLoadAndLieInTheFileNamedAfterThem() {
        List<String> fileNames = ShippedProfiles.files().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
        assertThat(ShippedProfiles.byId().keySet())
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(id -> assertThat(fileNames).contains(id.replace('/', '-') + ".yaml"))
                .hasSameSizeAs(fileNames);
    }
}
