package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuickLaneTest {
    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @Test
    void whatIsDoneInAMomentDoesNotWaitBehindThePackThatIsBeingLoaded() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        RunCommand commands = new RunCommand(
                database.dataSource(),
                List.of(new Load(loading, loaded), new Say()),
                Clock.systemUTC(),
                Duration.ofMinutes(1));
        CommandTable table = new CommandTable(database);
        UUID load = table.request("load", "{}", null, null);
        UUID say = table.request("say", "{}", null, null);
        UUID unknown = table.request("dance", "{}", null, null);
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> slow = others.submit(() -> commands.next(RunCommand.Lane.OTHERS));
            loading.await();

            assertThat(commands.next(RunCommand.Lane.QUICK)).isTrue();
            assertThat(commands.next(RunCommand.Lane.QUICK)).isFalse();
            assertThat(table.row(say).path("outcome").asText()).isEqualTo("done");
            assertThat(table.row(load).path("outcome").isNull()).isTrue();

            loaded.countDown();
            assertThat(slow.get()).isTrue();
            assertThat(commands.next(RunCommand.Lane.OTHERS)).isTrue();
            assertThat(table.row(unknown).path("outcome").asText()).isEqualTo("refused");
        } finally {
            others.shutdownNow();
        }
    }

    /** Takes until it is told otherwise. */
    private record Load(CountDownLatch loading, CountDownLatch loaded) implements CommandHandler {
        @Override
        public String kind() {
            return "load";
        }

        @Override
        public Answer run(Connection connection, Command command) throws InterruptedException {
            loading.countDown();
            loaded.await();
            return new Answer.Done(Map.of());
        }
    }

    private static final class Say implements CommandHandler {
        @Override
        public String kind() {
            return "say";
        }

        @Override
        public boolean isQuick() {
            return true;
        }

        @Override
        public Answer run(Connection connection, Command command) {
            return new Answer.Done(Map.of());
        }
    }
}
