package de.hexapolis.query.channels;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose channels, as given. One request's. */
public class ChannelParameters {
    private static final List<String> STATES = List.of("active", "failing", "disabled");

    @QueryParam("city")
    @Parameter(description = "A city's id", example = "fulda")
    @Nullable
    String city;

    @QueryParam("crew")
    @Parameter(description = "A crew's id", example = "fulda-nord")
    @Nullable
    String crew;

    @QueryParam("state")
    @Parameter(
            description = "How they do",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"active", "failing", "disabled"}))
    @Nullable
    String state;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    ChannelQuestion question() {
        return new ChannelQuestion(
                Given.of("city", city)
                        .value("a city id such as fulda", CityId::new)
                        .map(CityId::value),
                Given.of("crew", crew).text(),
                Given.of("state", state).value("one of active, failing, disabled", ChannelParameters::state));
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
