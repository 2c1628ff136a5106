package de.hexapolis.trials.world;

import java.util.List;
import java.util.function.Supplier;

/** Looks every half second how much memory some programs have resident, and keeps the most. Owns one thread. */
public final class MemoryWatch implements AutoCloseable {
    private final Supplier<List<Program>> programs;
    private final Thread thread = new Thread(this::watch, "memory-watch");
    private volatile double most;

    public MemoryWatch(Supplier<List<Program>> programs) {
        this.programs = programs;
        thread.setDaemon(true);
        thread.start();
    }

    /** Of one program at one moment, in MiB. */
    public double mostMegabytes() {
        return most;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Program program : programs.get()) {
                    most = Math.max(most, program.residentMegabytes());
                }
                Thread.sleep(500);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
