package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {
    @TempDir
    private Path folder;

    private final List<String> happened = new ArrayList<>();

    @Test
    void stopsInTheReverseOrderOfStarting() {
        Startup startup = started("database", "broker", "ingest");

        startup.close();

        assertThat(happened).endsWith("stop ingest", "stop broker", "stop database");
    }

    @Test
    void startsAgainWhatHasDied() {
        Startup startup = new Startup(new DataFolder(folder), line -> {});
        startup.begin();
        FakePart broker = new FakePart("broker");
        startup.start(broker);
        broker.alive = false;

        startup.revive();

        assertThat(happened).containsExactly("start broker", "start broker");
    }

    @Test
    void stopsOnlyOnce() {
        Startup startup = started("broker");

        startup.close();
        startup.close();

        assertThat(happened).containsExactly("start broker", "stop broker");
    }

    @Test
    void startsNothingOnceItIsStopping() {
        Startup startup = started();
        startup.close();

        assertThatThrownBy(() -> startup.start(new FakePart("broker"))).isInstanceOf(StartupFailed.class);
    }

    @Test
    void leavesAFolderToTheLauncherThatWorksThere() {
        started();

        assertThatThrownBy(() -> new Startup(new DataFolder(folder), line -> {}).begin())
                .hasMessageContaining("runs already on " + folder);
    }

    @Test
    void keepsTheLauncherThatWorksThereOnItsFolderWhenItIsRefused() {
        started();
        Startup refused = new Startup(new DataFolder(folder), line -> {});
        assertThatThrownBy(refused::begin).isInstanceOf(StartupFailed.class);

        refused.close();

        assertThat(new DataFolder(folder).pidFile(Startup.NAME).running()).isPresent();
    }

    @Test
    void givesTheFolderBackWhenItStops() {
        started().close();

        assertThat(new DataFolder(folder).pidFile(Startup.NAME).running()).isEmpty();
    }

    private Startup started(String... names) {
        Startup startup = new Startup(new DataFolder(folder), line -> {});
        startup.begin();
        for (String name : names) {
            startup.start(new FakePart(name));
        }
        return startup;
    }

    /** Writes down what it is told. */
    private final class FakePart implements Part {
        private final String name;
        private boolean alive;

        FakePart(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            alive = true;
            happened.add("start " + name);
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void stop() {
            alive = false;
            happened.add("stop " + name);
        }
    }
}
