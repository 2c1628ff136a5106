package de.hexapolis.query.alerts;

import de.hexapolis.query.work.AssetOfWork;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An asset whose silence a shared cause explains, on the wire. Immutable.
 *
 * @param since when it was found to be one of those that hang on the cause, by the platform's clock
 * @param releasedAt when it was judged by itself again; left out as long as it is not
 */
@Schema(name = "MemberOfAlert")
public record Member(AssetOfWork asset, Instant since, Optional<Instant> releasedAt) {}
