package de.hexapolis.trials.world;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The device simulator as a process with a subcommand. One thread. */
public final class SimulatorProgram implements AutoCloseable {
    private final Program program;
    private final Path log;

    private SimulatorProgram(Program program, Path log) {
        this.program = program;
        this.log = log;
    }

    /**
     * @param name of its log
     * @param environment such as its clock
     */
    public static SimulatorProgram start(
            World world, List<String> words, String name, Map<String, String> environment) {
        Path log = world.folder().resolve(name + ".log");
        Program program = Program.start(
                world.checkout().simulator(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                words,
                environment,
                log);
        return new SimulatorProgram(program, log);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        program.kill();
    }

    public void terminate() throws InterruptedException {
        program.terminate();
    }

    /** @throws IllegalStateException if it ends otherwise, or not in time */
    public void awaitSuccess(Duration longest) throws InterruptedException {
        int code = program.await(longest);
        if (code != 0) {
            throw new IllegalStateException("the simulator ended with exit code %d, see %s".formatted(code, log));
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
