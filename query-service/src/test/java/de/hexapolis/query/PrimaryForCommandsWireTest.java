package de.hexapolis.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import de.hexapolis.servers.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** With a database of its own for commands, as where the other one is a replica, which takes no writes. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
@QuarkusTestResource(value = PrimaryForCommandsWireTest.Primary.class, restrictToAnnotatedClass = true)
class PrimaryForCommandsWireTest {
    private static final String ID = "c2f43ecd-286b-4331-80d7-0566dc9696c1";

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    SmallCities replica;

    @SuppressWarnings("NullAway.Init") // the test resource injects it
    DatabaseServer primary;

    /** A second migrated database. */
    public static final class Primary implements QuarkusTestResourceLifecycleManager {
        private final DatabaseServer server = DatabaseServer.migrated();

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.datasource.commands.jdbc.url", server.jdbcUrl(),
                    "quarkus.datasource.commands.username", server.username(),
                    "quarkus.datasource.commands.password", server.password());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(server, field -> field.getType() == DatabaseServer.class);
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    @Test
    void writesCommandsToThePrimaryAndLooksForThemThere() throws SQLException {
        given().auth()
                .oauth2(tokens.operator())
                .contentType("application/json")
                .header("Idempotency-Key", ID)
                .body("{}")
                .post("/api/v1/quarantine/replay")
                .then()
                .statusCode(202);
        given().auth()
                .oauth2(tokens.operator())
                .get("/api/v1/commands/" + ID)
                .then()
                .statusCode(202)
                .body("kind", is("replay-quarantine"));
        Assertions.assertThat(commands(primary)).isEqualTo(1);
        Assertions.assertThat(commands(replica.server())).isZero();
    }

    @Test
    void judgesAReplayByWhatThePrimaryKnows() throws SQLException {
        try (Connection connection = primary.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into city (city_id, name, zone, open)"
                    + " values ('kassel', 'Kassel', 'Europe/Berlin', false) on conflict do nothing");
        }
        given().auth()
                .oauth2(tokens.operator())
                .contentType("application/json")
                .body("{\"city\": \"kassel\"}")
                .post("/api/v1/quarantine/replay")
                .then()
                .statusCode(202);
    }

    private static int commands(DatabaseServer server) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from command where command_id = '%s'".formatted(ID))) {
            row.next();
            return row.getInt(1);
        }
    }
}
