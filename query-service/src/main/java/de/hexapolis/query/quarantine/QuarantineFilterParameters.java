package de.hexapolis.query.quarantine;

import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose quarantined messages, as given. One request's. */
public class QuarantineFilterParameters {
    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("reason")
    @Parameter(description = "Reasons; several separated by commas", example = "unknown_device,malformed")
    List<String> reason = List.of();

    @QueryParam("device")
    @Parameter(description = "Device keys, known ones or not", example = "a84041ffff1234ab")
    List<String> device = List.of();

    @QueryParam("source")
    @Parameter(description = "The name of the source in the settings", example = "things-stack")
    @Nullable
    String source;

    @QueryParam("replayed")
    @Parameter(
            description = "Those that a replay has stored, instead of those that wait",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Nullable
    String replayed;

    @QueryParam("from")
    @Parameter(description = "First received at or after", example = "2026-07-01T00:00:00+02:00")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "First received before", example = "2026-07-08T00:00:00+02:00")
    @Nullable
    String to;

    QuarantineFilter filter() {
        return new QuarantineFilter(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Set.copyOf(
                        new Given("reason", reason).items(QuarantineReason.WANTED, text -> QuarantineReason.named(text)
                                .wireName())),
                Set.copyOf(new Given("device", device)
                        .items("a device key", key -> DeviceId.of(key).value())),
                Given.of("source", source).text(),
                Given.of("replayed", replayed).yesOrNo().orElse(false),
                Given.of("from", from).instant(),
                Given.of("to", to).instant());
    }
}
