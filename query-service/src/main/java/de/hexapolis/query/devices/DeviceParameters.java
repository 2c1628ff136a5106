package de.hexapolis.query.devices;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose devices, as given. One request's. */
public class DeviceParameters {
    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @QueryParam("text")
    @Parameter(description = "Part of the device's key", example = "a84041")
    @Nullable
    String text;

    @QueryParam("silent")
    @Parameter(
            description = "Only devices that are silent, or only those that are not",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String silent;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    DeviceQuestion question() {
        return new DeviceQuestion(
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)),
                Given.of("text", text).text(),
                Optional.empty(),
                Given.of("silent", silent).yesOrNo());
    }
}
