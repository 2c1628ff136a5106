package de.hexapolis.registry;

import java.sql.SQLException;

/**
 * The registry could not be read or changed just now: the database is away, slow or refuses. Whoever asked keeps what
 * it holds and tries again; the cause's SQL state tells a defect from an outage.
 */
public final class RegistryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailable(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
