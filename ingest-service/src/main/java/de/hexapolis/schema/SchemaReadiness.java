package de.hexapolis.schema;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the schema is up to date; until then the reason. */
@Readiness
@ApplicationScoped
public class SchemaReadiness implements HealthCheck {
    private final SchemaGate gate;

    public SchemaReadiness(SchemaGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        return gate.trouble()
                .map(reason -> HealthCheckResponse.named("schema")
                        .withData("reason", reason)
                        .down()
                        .build())
                .orElseGet(() -> HealthCheckResponse.named("schema").up().build());
    }
}
