package de.hexapolis.servers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who enters it. Immutable.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, parameters allowed
 */
record DatabaseAddress(String jdbcUrl, String username, String password) {
    private static final Pattern FORM = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]*)(\\?.*)?");

    DatabaseAddress {
        if (!FORM.matcher(jdbcUrl).matches()) {
            throw new IllegalArgumentException("not jdbc:postgresql://host:port/database: '" + jdbcUrl + "'");
        }
    }

    /** The same server, another database. */
    DatabaseAddress database(String name) {
        Matcher parts = FORM.matcher(jdbcUrl);
        if (!parts.matches()) {
            throw new IllegalStateException(jdbcUrl);
        }
        String parameters = parts.group(3) == null ? "" : parts.group(3);
        return new DatabaseAddress(parts.group(1) + name + parameters, username, password);
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
