package de.hexapolis.blueprint;

import de.hexapolis.registry.AnnounceChange;
import de.hexapolis.registry.Author;
import de.hexapolis.registry.LockRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Loads packs into the registry. Reading and checking a pack needs no lock; comparing it with the registry and writing
 * it happen under the registry's, which holds up writers of observations: for a second or so where readings stay as they
 * are, for as long as it takes to move or compute them again where installations or calibrations change, which may be
 * minutes for thousands of devices and a year. Stateless.
 */
public final class BlueprintLoader {
    private BlueprintLoader() {}

    /**
     * Loads a pack within a transaction of the caller, who commits what was loaded.
     *
     * @param takesOver whether rows that a person has changed follow the pack again
     * @param at the platform's time
     */
    public static Loading load(Connection connection, PackFiles files, boolean takesOver, Instant at)
            throws SQLException {
        Problems problems = new Problems();
        Optional<Pack> pack = Pack.read(files, problems);
        if (pack.isPresent()) {
            LockRegistry.on(connection);
            new CrossCheck(pack.get(), KnownRows.read(connection, pack.get()), problems).run();
        }
        if (pack.isEmpty() || !problems.isEmpty()) {
            return new Loading.Refused(problems.all());
        }
        Author author = Author.blueprint(pack.get().manifest().id(), takesOver, at);
        Loading.Loaded loaded = new WritePack(connection, pack.get(), author).run();
        if (loaded.registryChanged()) {
            AnnounceChange.on(connection);
        }
        return loaded;
    }
}
