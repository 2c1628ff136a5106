package de.hexapolis.query.deliveries;

import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that choose deliveries, as given. One request's. */
public class DeliveryParameters {
    private static final List<String> STATES = List.of("waiting", "delivered", "given_up", "superseded");

    @QueryParam("channel")
    @Parameter(description = "A channel's id", schema = @Schema(implementation = Long.class))
    @Nullable
    String channel;

    @QueryParam("state")
    @Parameter(
            description = "What became of them",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"waiting", "delivered", "given_up", "superseded"}))
    @Nullable
    String state;

    @QueryParam("notice")
    @Parameter(description = "The id that receivers see", schema = @Schema(implementation = UUID.class))
    @Nullable
    String notice;

    @QueryParam("city")
    @Parameter(description = "A city's id", example = "fulda")
    @Nullable
    String city;

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    DeliveryQuestion question() {
        return new DeliveryQuestion(
                Given.of("channel", channel).value("a channel's id", Long::parseLong),
                Given.of("state", state).value("one of " + String.join(", ", STATES), DeliveryParameters::state),
                Given.of("notice", notice).value("a notice's id: a UUID", UUID::fromString),
                Given.of("city", city)
                        .value("a city id such as fulda", CityId::new)
                        .map(CityId::value));
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
