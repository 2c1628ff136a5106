package de.hexapolis.local;

import de.hexapolis.servers.JavaProgram;
import de.hexapolis.servers.ServiceJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command lines of the platform's programs. Immutable. */
record Programs(Plan plan, Plan.Database database) {
    static final String BROKER = "broker";
    static final String INGEST = "ingest-service";
    static final String QUERY = "query-service";
    static final String SIMULATOR = "simulator";
    /** Done, done but told late, told and not done, not done. */
    private static final String CREWS = "0.8,0.08,0.05,0.07";

    Program broker() {
        return new Program(
                BROKER,
                JavaProgram.broker(plan.folder().broker(), plan.brokerPort()).words(),
                Map.of());
    }

    Program ingest() {
        PushKeys push = new PushKeys(plan.folder().tokens());
        return service(
                INGEST,
                plan.ingestPort(),
                Map.of(
                        "HEXAPOLIS_BROKER", plan.brokerAddress(),
                        "HEXAPOLIS_PUSH_VAPID_PRIVATE_KEY_FILE",
                                push.privateKey().toString(),
                        "HEXAPOLIS_PUSH_VAPID_PUBLIC_KEY_FILE", push.publicKey().toString()));
    }

    Program query() {
        String publicKey =
                new DemoTokens(plan.folder().tokens()).publicKey().toUri().toString();
        String pushKey = new PushKeys(plan.folder().tokens()).publicKey().toString();
        return service(
                QUERY,
                plan.queryPort(),
                Map.of("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey, "HEXAPOLIS_PUSH_VAPID_PUBLIC_KEY_FILE", pushKey));
    }

    Program simulator() {
        List<String> words = new ArrayList<>(List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                jar("device-simulator/target/device-simulator.jar"),
                "simulate",
                "--blueprints",
                plan.blueprints().toString(),
                "--broker",
                plan.brokerAddress(),
                "--interval-scale",
                String.valueOf(plan.intervalScale()),
                "--visits",
                plan.folder().visits().toString()));
        if (plan.crews()) {
            Path tokens = new DemoTokens(plan.folder().tokens()).crews();
            words.addAll(List.of("--crews", CREWS, "--query", plan.queryAddress(), "--crew-tokens", tokens.toString()));
        }
        return new Program(SIMULATOR, words, Map.of());
    }

    private Program service(String name, int port, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        ServiceJar jar = new ServiceJar(Path.of(jar(name + "/target/quarkus-app/quarkus-run.jar")));
        return new Program(name, jar.arguments(ServiceJar.OPTIONS), environment, jar.folder());
    }

    private String jar(String path) {
        Path file = plan.home().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new StartupFailed("not built: " + file);
        }
        return file.toString();
    }
}
