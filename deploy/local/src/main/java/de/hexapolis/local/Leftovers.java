package de.hexapolis.local;

import de.hexapolis.servers.EmbeddedDatabase;
import java.util.List;
import java.util.function.Consumer;

/** What a killed run left running on a data folder. */
record Leftovers(DataFolder folder, Consumer<String> say) {
    private static final List<String> IN_ORDER_OF_STOPPING =
            List.of(Programs.SIMULATOR, Programs.INGEST, Programs.QUERY, Programs.BROKER);

    /** Ends the start if another launcher still works here. */
    void requireNoLauncher() {
        folder.pidFile(Startup.NAME).running().ifPresent(process -> {
            throw new StartupFailed("Hexapolis runs already on %s (process %d); stop it with Ctrl-C there, or choose"
                            .formatted(folder.root(), process.pid())
                    + " another folder with --data");
        });
    }

    /** Stops all but the database, whose start takes over a leftover: the others may be older than what is built now. */
    void stopPrograms() {
        for (String name : IN_ORDER_OF_STOPPING) {
            folder.pidFile(name).running().ifPresent(process -> {
                say.accept("stopping %s of an earlier run (process %d)".formatted(name, process.pid()));
                new RunningProgram(name, process, folder).close();
            });
        }
    }

    /** Stops everything, a launcher too. */
    void stopAll() {
        folder.pidFile(Startup.NAME).running().ifPresent(process -> new RunningProgram(Startup.NAME, process, folder)
                .close());
        stopPrograms();
        EmbeddedDatabase.stopIn(folder.database());
    }
}
