package de.hexapolis.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class of our class path as a process of its own, in a session of its own. Immutable.
 *
 * @param options of the JVM, such as {@code -Xmx192m}
 */
public record JavaProgram(Class<?> main, List<String> options, List<String> arguments) {
    /** As many as sensors of a large city. */
    public static final int USUAL_TOPICS = 20_000;

    private static final int BROKER_MEGABYTES = 144;
    private static final int KILOBYTES_A_TOPIC = 12;

    public JavaProgram {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** {@link ArtemisBroker} with a heap for so many topics. */
    public static JavaProgram broker(Path data, int port) {
        return broker(data, port, USUAL_TOPICS);
    }

    /** The broker keeps some 12 KB of each topic that a sensor publishes to. */
    public static JavaProgram broker(Path data, int port, int topics) {
        return new JavaProgram(
                ArtemisBroker.class,
                List.of(
                        "-Xmx%dm".formatted(BROKER_MEGABYTES + topics * KILOBYTES_A_TOPIC / 1024),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError"),
                List.of("--data", data.toString(), "--port", String.valueOf(port)));
    }

    /** What follows {@code java}. */
    public List<String> words() {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return words;
    }

    /** Starts it; what it prints goes to the end of the log. */
    public Process start(Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words());
        try {
            return new ProcessBuilder(OwnSession.of(command))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + main.getName(), e);
        }
    }
}
