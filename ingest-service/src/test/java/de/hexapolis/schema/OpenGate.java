package de.hexapolis.schema;

import jakarta.enterprise.inject.Vetoed;
import org.postgresql.ds.PGSimpleDataSource;

/** Keeps nobody waiting. No bean, or the service under test would have two gates. */
@Vetoed
public final class OpenGate extends SchemaGate {
    public OpenGate() {
        super(new PGSimpleDataSource());
    }

    @Override
    public Engine await() {
        return Engine.POSTGRESQL;
    }
}
