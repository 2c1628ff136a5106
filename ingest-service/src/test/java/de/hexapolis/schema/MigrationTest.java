package de.hexapolis.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.servers.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {
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
