package de.hexapolis.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A Java program of the platform. Thread-safe. */
final class ProgramPart implements Part {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Program program;
    private final DataFolder folder;
    private final BooleanSupplier ready;
    private volatile @Nullable RunningProgram running;

    ProgramPart(Program program, DataFolder folder, BooleanSupplier ready) {
        this.program = program;
        this.folder = folder;
        this.ready = ready;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public void start() {
        RunningProgram started = program.start(folder);
        running = started;
        Waiting.until(ready, started, LONGEST_START, "readiness of " + name());
    }

    @Override
    public boolean isAlive() {
        RunningProgram it = running;
        return it != null && it.isAlive();
    }

    @Override
    public void stop() {
        RunningProgram it = running;
        if (it != null) {
            it.close();
        }
    }
}
