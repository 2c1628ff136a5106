package de.hexapolis.registry;

import de.hexapolis.rules.RuleBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * The rules as they hold in a transaction: read again when their version has changed. A program that is too old for rules
 * that a newer one has stored goes on with those that it read last, says so once and by a meter. Thread-safe.
 */
@Startup
@Singleton
public class StoredRules {
    private static final Logger LOG = Logger.getLogger(StoredRules.class);

    private volatile Loaded loaded = new Loaded(Long.MIN_VALUE, RuleBook.EMPTY, false);

    private record Loaded(long version, RuleBook book, boolean outdated) {}

    public StoredRules(MeterRegistry meters) {
        Gauge.builder("hexapolis.rules.unreadable", this, rules -> rules.loaded.outdated() ? 1 : 0)
                .description("1 while this replica judges by older rules because it cannot read those that are stored")
                .register(meters);
    }

    /** The book of the version that the connection's transaction sees. */
    public RuleBook on(Connection connection) throws SQLException {
        long version = ReadRules.version(connection);
        Loaded known = loaded;
        if (known.version() == version) {
            return known.book();
        }
        Loaded fresh = read(connection, version, known.book());
        loaded = fresh;
        return fresh.book();
    }

    private static Loaded read(Connection connection, long version, RuleBook before) throws SQLException {
        try {
            return new Loaded(version, ReadRules.book(connection), false);
        } catch (IllegalArgumentException unknown) {
            LOG.errorf(
                    "The rules of version %d cannot be read by this program, those before are kept: %s",
                    version, unknown.getMessage());
            return new Loaded(version, before, true);
        }
    }
}
