package de.hexapolis.query.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Tells the API's description which words a list takes: an annotation of a list has no place for them. Stateless. */
public final class DescribedWords {
    private DescribedWords() {}

    /**
     * @param path of a GET
     * @param list the parameter
     */
    public static <E> void describe(OpenAPI api, String path, String list, E[] all, Function<E, String> wireName) {
        for (Parameter parameter : api.getPaths().getPathItem(path).getGET().getParameters()) {
            if (parameter.getName().equals(list)) {
                parameter.setSchema(
                        listOf(Arrays.stream(all).<Object>map(wireName).toList()));
            }
        }
    }

    private static Schema listOf(List<Object> words) {
        Schema word =
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(words);
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(word);
    }
}
