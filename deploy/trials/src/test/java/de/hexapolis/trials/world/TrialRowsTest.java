package de.hexapolis.trials.world;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.servers.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TrialRowsTest {
    @Test
    void registersADeviceAtAnAssetOfItsOwnHoweverManyThereAre() throws SQLException {
        try (DatabaseServer server = DatabaseServer.migrated(Engine.POSTGRESQL);
                Connection connection = server.dataSource().getConnection()) {
            LoadDevices.register(connection, "many", 100_002);
            assertThat(number(connection, "select count(distinct asset_id) from installation"))
                    .isEqualTo(100_002);
            assertThat(
                            number(
                                    connection,
                                    """
                            select count(*) from device d join installation i using (device_id) join asset a using (asset_id)
                            where (d.device_key, a.reference) in (('many-00001', 'L-00001'), ('many-100002', 'L-100002'))
                            """))
                    .isEqualTo(2);
        }
    }

    @Test
    void writesRulesOfWhichEveryAssetBecomesDue() throws SQLException {
        try (DatabaseServer server = DatabaseServer.migrated(Engine.POSTGRESQL);
                Connection connection = server.dataSource().getConnection()) {
            LoadDevices.register(connection, "few", 3);
            TrialRules.write(connection, TrialRules.FIVE);
            assertThat(number(connection, "select count(*) from rule")).isEqualTo(5);
            assertThat(number(connection, "select version from rule_version")).isEqualTo(2);
            assertThat(number(connection, "select count(distinct asset_id) from due"))
                    .isEqualTo(3);
            assertThat(number(connection, "select count(*) from crew where city_id = 'few'"))
                    .isEqualTo(1);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
