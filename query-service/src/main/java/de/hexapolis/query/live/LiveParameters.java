package de.hexapolis.query.live;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.telemetry.CityId;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a listener asks for, as given. One request's. */
public class LiveParameters {
    private static final Set<String> KINDS = Set.of("alert", "order", "channel");

    @QueryParam("kinds")
    @Parameter(description = "What about: alert, order, channel; all without it", example = "order")
    List<String> kinds = List.of();

    @QueryParam("city")
    @Parameter(description = "City ids; several separated by commas", example = "fulda")
    List<String> city = List.of();

    @HeaderParam("Last-Event-ID")
    @Parameter(
            description =
                    "The last `id` that was received, as browsers send it by themselves: the stream goes on there")
    @Nullable
    String last;

    Wanted wanted(Caller caller) {
        return new Wanted(
                caller,
                Set.copyOf(new Given("kinds", kinds).items("alert, order or channel", LiveParameters::kind)),
                Set.copyOf(new Given("city", city).items("a city id such as fulda", CityId::new)));
    }

    Optional<Long> after() {
        return Given.of("Last-Event-ID", last).value("the number of an event", Long::valueOf);
    }

    private static String kind(String word) {
        if (!KINDS.contains(word)) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }
}
