package de.hexapolis.schema;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Outcome;
import de.hexapolis.store.Partitions;
import de.hexapolis.store.WriteResult.Committed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final String EARLIER_DATA =
            """
            insert into city (city_id, name, zone, raw_retention_days) values ('fulda', 'Fulda', 'Europe/Berlin', 30);
            insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
            insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
            values ('fulda', 'B-1', 'bin', 'Bin 1', 9.67, 50.55, '2026-01-01Z');
            insert into device (device_key, city_id, changed_at) values ('bin-1', 'fulda', '2026-01-01Z');
            insert into series (asset_id, device_id, city_id, quantity) values (1, 1, 'fulda', 'fill_level');
            insert into observation (series_id, quality, observed_at, value) values (1, 0, '2026-07-01 12:00Z', 41.5);
            insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
            values (1, 0, '2026-07-01 12:00Z', 41.5, '2026-07-01 12:00Z', '2026-06-30 22:00Z');
            insert into rollup_day (series_id, count, bucket, sum, min, max, first_value, first_at, last_value,
                last_at, integral, digest)
            values (1, 1, '2026-06-29 22:00Z', 7, 7, 7, 7, '2026-06-30 12:00Z', 7, '2026-06-30 12:00Z', 0, '{}');
            """;
    /** A city in which one device has long been silent and another has all its readings, and a city without any. */
    private static final String OTHER_CITIES =
            """
            insert into city (city_id, name, zone)
            values ('marburg', 'Marburg', 'Europe/Berlin'), ('giessen', 'Gießen', 'Europe/Berlin');
            insert into series (asset_id, device_id, city_id, quantity)
            values (1, 1, 'marburg', 'distance'), (1, 1, 'marburg', 'air_temperature');
            insert into observation (series_id, quality, observed_at, value) values (3, 0, '2026-06-30 12:00Z', 7);
            insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
            values (2, 0, '2025-03-01 12:00Z', 7, '2025-03-01 12:00Z', '2026-06-30 22:00Z'),
                (3, 0, '2026-06-30 12:00Z', 7, '2026-06-30 12:00Z', '2026-06-30 22:00Z');
            insert into rollup_day (series_id, count, bucket, sum, min, max, first_value, first_at, last_value,
                last_at, integral, digest)
            values (2, 1, '2025-02-28 23:00Z', 7, 7, 7, 7, '2025-03-01 12:00Z', 7, '2025-03-01 12:00Z', 0, '{}'),
                (3, 1, '2026-06-29 22:00Z', 7, 7, 7, 7, '2026-06-30 12:00Z', 7, '2026-06-30 12:00Z', 0, '{}');
            """;

    @Test
    void aMigrationMayTakeLongerThanTheSocketOtherwiseWaits() {
        try (DatabaseServer server = DatabaseServer.open()) {
            PGSimpleDataSource hasty = (PGSimpleDataSource) server.dataSource();
            hasty.setSocketTimeout(1);

            assertThat(Migration.flyway(hasty, Engine.POSTGRESQL, "classpath:de/hexapolis/schema/slow")
                            .load()
                            .migrate()
                            .migrationsExecuted)
                    .isEqualTo(1);
        }
    }

    @Test
    void bringsTheSchemaAndLeavesItAsItIsTheSecondTime() throws SQLException {
        try (DatabaseServer server = DatabaseServer.open()) {
            Engine engine = Migration.run(server.dataSource());

            assertThat(Migration.run(server.dataSource())).isEqualTo(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void bringsAnEarlierSchemaWithItsDataUpToDate(String earlier) throws SQLException {
        try (DatabaseServer server = DatabaseServer.open()) {
            DataSource database = server.dataSource();
            migrateOnlyTo(earlier, database);
            new Partitions(database).ensure(NOON.minus(Duration.ofDays(1)), NOON);
            execute(database, EARLIER_DATA);

            Migration.run(database);

            MessageStore store = new MessageStore(database, new Partitions(database));
            Committed written = (Committed) store.write(
                    List.of(message("same", row(1, NOON, 41.5)), message("new", row(1, NOON.plusSeconds(1), 42))), 1);
            assertThat(written.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.STORED);
            assertThat(one(database, "select string_agg(value::text, ' ' order by observed_at) from observation"))
                    .isEqualTo("41.5 42");
            assertThat(one(database, "select value || ' ' || rolled_until from latest"))
                    .isEqualTo("42 2026-06-30 22:00:00+00");
            assertThat(one(database, "select sum from rollup_day")).isEqualTo("7");
            assertThat(one(database, "select name || ' ' || raw_retention_days from city"))
                    .isEqualTo("Fulda 30");
            assertThat(one(database, "select raw_from = '2026-07-01 12:00Z' from city"))
                    .as("a day is rolled up whose reading is deleted")
                    .isEqualTo("t");
        }
    }

    @Test
    void takesNoReadingForDeletedThatIsThere() throws SQLException {
        try (DatabaseServer server = DatabaseServer.open()) {
            DataSource database = server.dataSource();
            migrateOnlyTo("4", database);
            new Partitions(database).ensure(NOON.minus(Duration.ofDays(1)), NOON);
            execute(database, EARLIER_DATA);
            execute(database, OTHER_CITIES);

            Migration.run(database);

            String rawFrom = "select string_agg(concat_ws(' ', city_id, raw_from), ', ' order by city_id) from city";
            assertThat(one(database, rawFrom))
                    .isEqualTo("fulda 2026-07-01 12:00:00+00, giessen, marburg 2026-06-30 12:00:00+00");
        }
    }

    private static void migrateOnlyTo(String version, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Migration.flyway(database, Engine.of(connection), "classpath:de/hexapolis/database")
                    .target(version)
                    .load()
                    .migrate();
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    @Test
    void theSchemaOfANewerProgramIsRefused() throws SQLException {
        try (DatabaseServer server = DatabaseServer.migrated()) {
            try (Connection connection = server.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
                        values (1000, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, 'test', 1, true)
                        """);
            }

            assertThatThrownBy(() -> Migration.run(server.dataSource()))
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("newer program")
                    .hasMessageContaining("999");
        }
    }
}
