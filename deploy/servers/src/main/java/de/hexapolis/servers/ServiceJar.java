package de.hexapolis.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a built service is run: from its own folder and by the short name of its jar, as when the build archived the
 * classes that it loads. The JVM takes the archive only then, and starts in about half the time; an archive of another
 * JVM it leaves aside. Immutable.
 *
 * @param path of {@code quarkus-run.jar}
 */
public record ServiceJar(Path path) {
    /** A modest heap; out of memory, a service ends instead of half living. */
    public static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private static final String ARCHIVE = "app-cds.jsa";

    /** Where the process must be started. */
    public Path folder() {
        return path.toAbsolutePath().resolveSibling("").normalize();
    }

    /**
     * What follows {@code java}.
     *
     * @param options of the JVM
     */
    public List<String> arguments(List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        if (Files.exists(folder().resolve(ARCHIVE))) {
            arguments.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        arguments.add("-jar");
        arguments.add(path.getFileName().toString());
        return arguments;
    }
}
