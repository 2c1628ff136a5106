package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunCommandTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new NameACity());

    @Test
    void outcomeAndEffectAreCommittedTogether() {
        JsonNode row = commands.carryOut("name-a-city", "{\"name\": \"fulda\"}");

        assertThat(row.path("outcome").asText()).isEqualTo("done");
        assertThat(row.path("finished_at").asText()).startsWith("2026-11-22T12:00:00");
        assertThat(database.rows("select city_id from city")).containsExactly("fulda");
    }

    @Test
    void aFaultOfOursIsRefusedWithoutEffectAndTheNextCommandFollows() {
        UUID faulty = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"fail\"}", null, null);
        UUID badSql = commands.request("name-a-city", "{\"name\": \"Not A Slug\"}", null, null);
        UUID fine = commands.request("name-a-city", "{\"name\": \"marburg\"}", null, null);

        while (commands.runNext()) {
            // until none waits
        }

        assertThat(commands.row(faulty).at("/result/problem/status").asInt()).isEqualTo(500);
        assertThat(commands.row(badSql).at("/result/problem/code").asText()).isEqualTo("internal-error");
        assertThat(commands.row(fine).path("outcome").asText()).isEqualTo("done");
        assertThat(database.rows("select city_id from city")).containsExactly("marburg");
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(commands.carryOut("dance", "{}").at("/result/problem/code").asText())
                .isEqualTo("unknown-command");
    }

    @Test
    void aCommandWhoseConnectionIsLostWaitsAndIsCarriedOutLater() {
        UUID id = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"lose\"}", null, null);

        assertThatThrownBy(
                        () -> new RunCommand(database.dataSource(), List.of(new NameACity()), Clock.systemUTC()).next())
                .isInstanceOf(SQLException.class);

        assertThat(commands.row(id).path("outcome").isNull()).isTrue();
        assertThat(database.rows("select city_id from city")).isEmpty();
    }

    /** Writes a city, and then fails if told so. */
    private static final class NameACity implements CommandHandler {
        @Override
        public String kind() {
            return "name-a-city";
        }

        @Override
        public Answer run(Connection connection, Command command) throws SQLException {
            String name = command.body().path("name").asText();
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into city (city_id, name, zone) values ('%s', 'x', 'UTC')".formatted(name));
                switch (command.body().path("then").asText()) {
                    case "fail" -> throw new IllegalStateException("a fault made on purpose");
                    case "lose" -> statement.execute("select pg_terminate_backend(pg_backend_pid())");
                    default -> {}
                }
            }
            return new Answer.Done(Map.of("name", name));
        }
    }
}
