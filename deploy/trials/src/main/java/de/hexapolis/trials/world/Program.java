package de.hexapolis.trials.world;

import de.hexapolis.servers.JavaProgram;
import de.hexapolis.servers.OwnSession;
import de.hexapolis.servers.ServiceJar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a process of its own, which ends with this JVM at the latest. Thread-safe. */
public final class Program implements AutoCloseable {
    private static final Duration ORDERLY = Duration.ofSeconds(30);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Program::endAll, "trials-stop"));
    }

    private final Process process;

    private Program(Process process) {
        this.process = process;
        RUNNING.add(process);
    }

    /** A main class of our own class path. */
    static Program start(JavaProgram program, Path log) {
        return new Program(program.start(log));
    }

    /**
     * A runnable jar.
     *
     * @param options of the JVM
     * @param environment in addition to ours
     */
    static Program start(
            Path jar, List<String> options, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ServiceJar runnable = new ServiceJar(jar);
        command.addAll(runnable.arguments(options));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command))
                .directory(runnable.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + jar, e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; its exit code. */
    public int await(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("process %d has not ended after %s".formatted(pid(), longest));
        }
        RUNNING.remove(process);
        return process.exitValue();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        await(ORDERLY);
    }

    /** SIGSTOP: it stands still and does not know. */
    public void freeze() {
        Signal.STOP.send(pid());
    }

    /** SIGCONT. */
    public void thaw() {
        Signal.CONT.send(pid());
    }

    /** SIGTERM, and its end. */
    public void terminate() throws InterruptedException {
        process.destroy();
        await(ORDERLY);
    }

    /** Resident memory in MiB; 0 if it has ended. */
    public double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Processor time that it and the processes it started, as far as they still run, have taken so far, in seconds. */
    public double processorSeconds() {
        return processorSeconds(process.toHandle());
    }

    /** The same of any process. */
    static double processorSeconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toMillis() / 1_000.0)
                .sum();
    }

    @Override
    public void close() {
        end(process, ORDERLY);
    }

    private static void endAll() {
        RUNNING.forEach(Process::destroy);
        RUNNING.forEach(process -> end(process, Duration.ofSeconds(10)));
    }

    private static void end(Process process, Duration longest) {
        process.destroy();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(process);
    }
}
