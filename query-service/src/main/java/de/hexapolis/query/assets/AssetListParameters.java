package de.hexapolis.query.assets;

import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.selection.AssetFilterParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of assets, as given. One request's. */
public class AssetListParameters {
    static final int HIGHEST_LIMIT_WITH_FIELDS = 20_000;

    @BeanParam
    AssetFilterParameters filter = new AssetFilterParameters();

    @BeanParam
    PageParameters page = new PageParameters();

    @QueryParam("fields")
    @Parameter(
            description =
                    "Which fields of each asset; with few of them (not `properties`) limit may be 20000, for a map",
            example = "name,status,value")
    List<String> fields = List.of();

    @QueryParam("format")
    @Parameter(
            description = Format.PARAMETER,
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "geojson", "csv", "csv-de"}))
    @Nullable
    String format;

    Format format(Request request) {
        return Format.asked(format, request, Format.JSON, Format.GEO_JSON, Format.CSV, Format.GERMAN_CSV);
    }

    /** In the order of the enum. */
    Set<AssetField> fields() {
        List<AssetField> asked = given().items("a field; one of " + AssetField.NAMES, AssetField::named);
        return asked.isEmpty() ? EnumSet.allOf(AssetField.class) : EnumSet.copyOf(asked);
    }

    Page page() {
        boolean few = !given().items().isEmpty() && !fields().contains(AssetField.PROPERTIES);
        return few
                ? page.page(HIGHEST_LIMIT_WITH_FIELDS, "")
                : page.page(
                        Page.HIGHEST_LIMIT,
                        "; with few fields, such as fields=id,name,status,value (not properties), to %d"
                                .formatted(HIGHEST_LIMIT_WITH_FIELDS));
    }

    private Given given() {
        return new Given("fields", fields);
    }
}
