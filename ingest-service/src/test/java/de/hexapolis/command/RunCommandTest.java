package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.registry.RegistryDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class RunCommandTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

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
        UUID tooDeep = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"overflow\"}", null, null);
        UUID badSql = commands.request("name-a-city", "{\"name\": \"Not A Slug\"}", null, null);
        UUID fine = commands.request("name-a-city", "{\"name\": \"marburg\"}", null, null);

        while (commands.runNext()) {
            // until none waits
        }

        assertThat(commands.row(faulty).at("/result/problem/status").asInt()).isEqualTo(500);
        assertThat(commands.row(tooDeep).at("/result/problem/status").asInt()).isEqualTo(500);
        assertThat(commands.row(badSql).at("/result/problem/code").asText()).isEqualTo("internal-error");
        assertThat(commands.row(fine).path("outcome").asText()).isEqualTo("done");
        assertThat(database.rows("select city_id from city")).containsExactly("marburg");
    }

    @Test
    void aRefusalThatTheDatabaseDoesNotTakeIsAFaultOfOursAndTheNextCommandFollows() {
        UUID poison = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"refuse\"}", null, null);
        UUID fine = commands.request("name-a-city", "{\"name\": \"marburg\"}", null, null);

        while (commands.runNext()) {
            // until none waits
        }

        assertThat(commands.row(poison).path("outcome").asText()).isEqualTo("refused");
        assertThat(commands.row(poison).at("/result/problem/code").asText()).isEqualTo("internal-error");
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

        RunCommand losing =
                new RunCommand(database.dataSource(), List.of(new NameACity()), Clock.systemUTC(), HALF_AN_HOUR);

        assertThatThrownBy(losing::next).isInstanceOf(SQLException.class);

        assertThat(commands.row(id).path("outcome").isNull()).isTrue();
        assertThat(database.rows("select city_id from city")).isEmpty();
    }

    @Test
    void aCommandMayTakeLongerThanTheSocketOtherwiseWaitsWhichHoldsAgainAfterwards() throws Exception {
        UUID id = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"sleep\"}", null, null);
        PGSimpleDataSource hasty = (PGSimpleDataSource) database.dataSource();
        hasty.setSocketTimeout(1);
        try (Connection connection = hasty.getConnection();
                Statement statement = connection.createStatement()) {
            new RunCommand(poolOf(connection), List.of(new NameACity()), Clock.systemUTC(), HALF_AN_HOUR).next();

            assertThat(commands.row(id).path("outcome").asText()).isEqualTo("done");
            assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
            try (ResultSet limit = statement.executeQuery("show statement_timeout")) {
                assertThat(limit.next()).isTrue();
                assertThat(limit.getString(1)).isEqualTo("0");
            }
        }
    }

    @Test
    void aStatementBeyondTheLimitIsEndedAndItsCommandRefusedForGoodWithoutEffect() throws Exception {
        UUID id = commands.request("name-a-city", "{\"name\": \"fulda\", \"then\": \"sleep\"}", null, null);
        RunCommand impatient = new RunCommand(
                database.dataSource(), List.of(new NameACity()), Clock.systemUTC(), Duration.ofMillis(200));

        assertThat(impatient.next()).isTrue();
        assertThat(impatient.next()).isFalse();

        assertThat(commands.row(id).at("/result/problem/code").asText()).isEqualTo("too-slow");
        assertThat(commands.row(id).at("/result/problem/detail").asText())
                .startsWith("a statement took longer than PT0.2S (hexapolis.commands.statement-limit)");
        assertThat(database.rows("select city_id from city")).isEmpty();
    }

    @Test
    void aLimitThatIsNoneIsRefusedByTheNameOfItsSetting() {
        assertThatThrownBy(() -> new RunCommand(database.dataSource(), List.of(), Clock.systemUTC(), Duration.ZERO))
                .hasMessage("hexapolis.commands.statement-limit: PT0S is not from PT0.001S to PT24H");
    }

    /** Lends the same connection again and again. */
    private static DataSource poolOf(Connection connection) {
        Connection lent = proxy(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> lent);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Writes a city, and then fails, refuses or takes its time if told so. */
    private static final class NameACity implements CommandHandler {
        @Override
        public String kind() {
            return "name-a-city";
        }

        @Override
        public Answer run(Connection connection, Command command) throws SQLException, Refusal {
            String name = command.body().path("name").asText();
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into city (city_id, name, zone) values ('%s', 'x', 'UTC')".formatted(name));
                switch (command.body().path("then").asText()) {
                    case "fail" -> throw new IllegalStateException("a fault made on purpose");
                    case "overflow" -> throw new StackOverflowError("made on purpose");
                    case "refuse" -> throw new Refusal(CommandProblem.invalid("name", "a NUL: \0"));
                    case "sleep" -> statement.execute("select pg_sleep(2)");
                    case "lose" -> statement.execute("select pg_terminate_backend(pg_backend_pid())");
                    default -> {}
                }
            }
            return new Answer.Done(Map.of("name", name));
        }
    }
}
