package de.hexapolis.servers;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** TimescaleDB in a container; Testcontainers removes it after the JVM. */
final class DatabaseContainer {
    private static final String IMAGE = "timescale/timescaledb:2.28.2-pg17";

    private DatabaseContainer() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static DatabaseAddress start() {
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
        container.start();
        String url = "jdbc:postgresql://%s:%d/postgres"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        return new DatabaseAddress(url, container.getUsername(), container.getPassword());
    }
}
