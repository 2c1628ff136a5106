package de.hexapolis.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class path of Kafka's broker, as the build of {@code deploy/kafka} wrote it down. */
final class KafkaJars {
    private static final String MODULE = "deploy/kafka/target";

    private KafkaJars() {}

    static String classPath() {
        Path target = find();
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path target = folder.resolve(MODULE);
            if (Files.exists(target.resolve("classpath"))) {
                return target;
            }
        }
        throw new IllegalStateException(
                "no %s/classpath: build it with mvn -pl deploy/kafka process-classes".formatted(MODULE));
    }
}
