package de.hexapolis.registry;

import de.hexapolis.rules.RuleBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The rules as they hold in a transaction: read again when their version has changed. A program that is too old for rules
 * that a newer one has stored has none, says so once and by a meter: by other rules it would take back what the newer one
 * tells. Thread-safe.
 */
@Startup
@Singleton
public class StoredRules {
    private static final Logger LOG = Logger.getLogger(StoredRules.class);

    private volatile Loaded loaded = new Loaded(Long.MIN_VALUE, Optional.of(RuleBook.EMPTY));

    /** @param book empty: this program cannot read it */
    private record Loaded(long version, Optional<RuleBook> book) {}

    public StoredRules(MeterRegistry meters) {
        Gauge.builder(
                        "hexapolis.rules.unreadable",
                        this,
                        rules -> rules.loaded.book().isPresent() ? 0 : 1)
                .description("1 while this replica judges nothing because it cannot read the rules that are stored")
                .register(meters);
    }

    /** The book of one version, at least the one with which the transaction began; empty: this program cannot read it. */
    public Optional<RuleBook> on(Connection connection) throws SQLException {
        Loaded known = loaded;
        if (known.version() != ReadRules.version(connection)) {
            known = read(connection);
            loaded = known;
        }
        return known.book();
    }

    /** Others may write rules meanwhile: what was read is whole only where the version is the same before and after. */
    private static Loaded read(Connection connection) throws SQLException {
        while (true) {
            long version = ReadRules.version(connection);
            Loaded read = read(connection, version);
            if (version == ReadRules.version(connection)) {
                return read;
            }
        }
    }

    private static Loaded read(Connection connection, long version) throws SQLException {
        try {
            return new Loaded(version, Optional.of(ReadRules.book(connection)));
        } catch (IllegalArgumentException unknown) {
            LOG.errorf(
                    "The rules of version %d cannot be read by this program, which judges nothing until it is updated: %s",
                    version, unknown.getMessage());
            return new Loaded(version, Optional.empty());
        }
    }
}
