package de.hexapolis.query.health;

import de.hexapolis.query.problem.Unavailable;
import de.hexapolis.query.sql.Database;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers and is migrated far enough; ingest-service migrates. Thread-safe. */
@Readiness
@Singleton
public final class DatabaseReadiness implements HealthCheck {
    /** The oldest schema that the statements of this service run on. */
    static final int OLDEST_SCHEMA = 7;

    private final Database database;

    public DatabaseReadiness(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
        try {
            int schema = database.read(ReadSchemaVersion::run);
            return answer.status(schema >= OLDEST_SCHEMA)
                    .withData("schema", schema)
                    .withData("needed", OLDEST_SCHEMA)
                    .build();
        } catch (Unavailable away) {
            return answer.down().withData("reason", "the database is away").build();
        }
    }
}
