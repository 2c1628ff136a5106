package de.hexapolis.trials.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the sources and the built programs lie. Immutable. */
public record Checkout(Path home) {
    /** The folder that the property {@code hexapolis.home} names, else the one above us that holds the services. */
    public static Checkout find() {
        String named = System.getProperty("hexapolis.home");
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath();
        return Stream.iterate(folder, Path::getParent)
                .takeWhile(each -> each != null)
                .filter(each -> Files.exists(each.resolve("ingest-service/pom.xml")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException("no checkout at or above " + folder));
    }

    public Path ingest() {
        return home.resolve("ingest-service/target/quarkus-app/quarkus-run.jar");
    }

    public Path query() {
        return home.resolve("query-service/target/quarkus-app/quarkus-run.jar");
    }

    public Path simulator() {
        return home.resolve("device-simulator/target/device-simulator.jar");
    }

    /** Which of the programs are not built. */
    public List<Path> missing() {
        return Stream.of(ingest(), query(), simulator())
                .filter(program -> !Files.exists(program))
                .toList();
    }
}
