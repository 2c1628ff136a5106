package de.hexapolis.simulator.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which database; the names of the environment are the services' own. */
public final class DatabaseOptions {
    @Option(
            names = "--database-url",
            paramLabel = "JDBC",
            defaultValue = "${env:QUARKUS_DATASOURCE_JDBC_URL:-jdbc:postgresql://127.0.0.1:5432/hexapolis}",
            description = "JDBC address (environment: QUARKUS_DATASOURCE_JDBC_URL; default: ${DEFAULT-VALUE})")
    private String url = "";

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "${env:QUARKUS_DATASOURCE_USERNAME}",
            description = "environment: QUARKUS_DATASOURCE_USERNAME")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--database-password",
            paramLabel = "WORD",
            defaultValue = "${env:QUARKUS_DATASOURCE_PASSWORD}",
            description = "better by environment: QUARKUS_DATASOURCE_PASSWORD")
    private Optional<String> password = Optional.empty();

    /**
     * A new connection; rows are fetched as they are read.
     *
     * @throws BadInput if the address is none of a PostgreSQL database
     * @throws Unavailable if there is no connection
     */
    public Connection connect() {
        BadInput.unless(
                isKnown(url),
                "--database-url: not an address of PostgreSQL: '%s', but such as jdbc:postgresql://127.0.0.1:5432/hexapolis"
                        .formatted(url));
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(word -> properties.setProperty("password", word));
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException refused) {
            throw new Unavailable("database %s: %s".formatted(url, refused.getMessage()), refused);
        }
    }

    private static boolean isKnown(String url) {
        return DriverManager.drivers().anyMatch(driver -> {
            try {
                return driver.acceptsURL(url);
            } catch (SQLException notIts) {
                return false;
            }
        });
    }
}
