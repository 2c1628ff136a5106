package de.hexapolis.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseNoticesTest {
    private static final int LONG_MS = 30_000;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @Test
    void aNoticeWakesWhoeverWaits() throws Exception {
        try (DatabaseNotices notices = new DatabaseNotices(database.dataSource(), "command")) {
            notices.await(1);
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> database.execute("notify command"));

            long start = System.nanoTime();
            notices.await(LONG_MS);

            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(LONG_MS / 2);
            sender.get();
        }
    }

    @Test
    void aLostConnectionIsToldAndReplaced() throws Exception {
        try (DatabaseNotices notices = new DatabaseNotices(database.dataSource(), "command")) {
            notices.await(1);
            database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and query = 'listen command'");

            assertThatThrownBy(() -> notices.await(LONG_MS)).isInstanceOf(SQLException.class);

            notices.await(1);
        }
    }
}
