package de.hexapolis;

import de.hexapolis.servers.BrokerServer;
import de.hexapolis.servers.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An empty database and a broker for the service under test; it brings the schema itself. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable DatabaseServer database;

    @Override
    public Map<String, String> start() {
        DatabaseServer opened = DatabaseServer.open();
        database = opened;
        return Map.of(
                "quarkus.datasource.jdbc.url", opened.jdbcUrl(),
                "quarkus.datasource.username", opened.username(),
                "quarkus.datasource.password", opened.password(),
                "quarkus.http.test-port", "0",
                "hexapolis.replica", "test-" + UUID.randomUUID(),
                "hexapolis.broker", BrokerServer.open().address().toString());
    }

    @Override
    public void stop() {
        Objects.requireNonNull(database).close();
    }
}
