package de.hexapolis.query.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.SmallCities;
import de.hexapolis.query.sql.Database;
import de.hexapolis.servers.DatabaseServer;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseReadinessTest {
    @Test
    void isReadyOnAMigratedDatabase() {
        try (SmallCities cities = new SmallCities()) {
            assertThat(statusOf(cities.database())).isEqualTo(Status.UP);
        }
    }

    @Test
    void waitsForTheMigrations() {
        try (DatabaseServer server = DatabaseServer.open()) {
            assertThat(statusOf(new Database(server.dataSource(), Duration.ofSeconds(5))))
                    .isEqualTo(Status.DOWN);
        }
    }

    @Test
    void waitsForTheDatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
        HealthCheckResponse answer = new DatabaseReadiness(new Database(nowhere, Duration.ofSeconds(5))).call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsEntry("reason", "the database is away");
    }

    private static Status statusOf(Database database) {
        return new DatabaseReadiness(database).call().getStatus();
    }
}
