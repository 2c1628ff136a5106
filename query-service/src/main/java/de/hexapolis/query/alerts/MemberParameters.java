package de.hexapolis.query.alerts;

import de.hexapolis.query.answer.TableFormatParameter;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageParameters;
import de.hexapolis.query.parameter.Given;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of members, as given. One request's. */
public class MemberParameters {
    @QueryParam("held")
    @Parameter(
            description = "Only members whose own silence is still held back, or only those that were released",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String held;

    @BeanParam
    TableFormatParameter format = new TableFormatParameter();

    @BeanParam
    PageParameters page = new PageParameters();

    Page page() {
        return page.page();
    }

    Optional<Boolean> held() {
        return Given.of("held", held).yesOrNo();
    }
}
