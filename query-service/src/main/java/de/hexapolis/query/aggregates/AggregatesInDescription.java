package de.hexapolis.query.aggregates;

import de.hexapolis.telemetry.Quantity;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Tells the API's description which words the lists {@code quantity} and {@code fn} take: an annotation has no place for
 * them. Stateless.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AggregatesInDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (Parameter parameter :
                api.getPaths().getPathItem("/api/v1/aggregates").getGET().getParameters()) {
            switch (parameter.getName()) {
                case "quantity" -> parameter.setSchema(listOf(Quantity.values(), Quantity::wireName));
                case "fn" -> parameter.setSchema(listOf(AggregateFunction.values(), AggregateFunction::wireName));
                default -> {}
            }
        }
    }

    private static <E> Schema listOf(E[] all, Function<E, String> wireName) {
        List<Object> words = Arrays.stream(all).<Object>map(wireName).toList();
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .enumeration(words));
    }
}
