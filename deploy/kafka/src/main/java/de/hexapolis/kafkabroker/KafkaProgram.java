package de.hexapolis.kafkabroker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Runs Kafka on a settings file, having formatted its data folder if that is new. Ends with its parent, however that
 * ended: the parent holds the other end of the standard input.
 */
public final class KafkaProgram {
    private static final String CLUSTER = "aGV4YXBvbGlzLXRlc3RzIQ";

    private KafkaProgram() {}

    /** {@code <settings file>} */
    public static void main(String[] words) throws IOException {
        endWithParent();
        Path settings = Path.of(words[0]);
        if (!Files.exists(data(settings).resolve("meta.properties"))) {
            String[] format = {"format", "--cluster-id", CLUSTER, "--config", words[0]};
            if (StorageTool.execute(format, System.out) != 0) {
                throw new IOException("cannot format the folder that %s names".formatted(settings));
            }
        }
        Kafka.main(words);
    }

    private static Path data(Path settings) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // nobody says anything; the end is what we wait for
                        }
                    } catch (IOException gone) {
                        // as good as the end
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
