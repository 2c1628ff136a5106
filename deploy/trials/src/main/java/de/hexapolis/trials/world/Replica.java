package de.hexapolis.trials.world;

import de.hexapolis.servers.FreePort;
import de.hexapolis.trials.wire.Proxy;
import de.hexapolis.trials.wire.Weather;
import java.nio.file.Path;
import java.util.Map;

/**
 * One replica of ingest-service, with a wire of its own to the broker and one to the database. Thread-safe.
 *
 * @param toBroker everything between it and the broker passes here
 * @param toDatabase everything between it and the database passes here
 */
public record Replica(int number, Service service, Proxy toBroker, Proxy toDatabase) implements AutoCloseable {
    /** What every replica of a world shares. */
    record Surroundings(Checkout checkout, Path log, int brokerPort, DatabaseAddress database) {}

    static Replica of(int number, Surroundings around) {
        Proxy toBroker = Proxy.open(around.brokerPort());
        Proxy toDatabase = Proxy.open(around.database().port());
        int port = FreePort.find();
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_DATASOURCE_JDBC_URL",
                around.database().through(toDatabase.port()).jdbcUrl()
                        + "?ApplicationName=ingest&connectTimeout=5&socketTimeout=120&tcpKeepAlive=true",
                "QUARKUS_DATASOURCE_USERNAME",
                around.database().user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                around.database().password(),
                "HEXAPOLIS_BROKER",
                "tcp://127.0.0.1:" + toBroker.port(),
                "HEXAPOLIS_REPLICA",
                "ingest-" + number);
        Service service = new Service(
                around.checkout().ingest(), port, environment, around.log().resolve("ingest-" + number + ".log"));
        return new Replica(number, service, toBroker, toDatabase);
    }

    /** Fair weather on both wires, and a process that runs. */
    void mend() throws InterruptedException {
        toBroker.set(Weather.FAIR);
        toDatabase.set(Weather.FAIR);
        if (program().isAlive()) {
            program().thaw();
        } else {
            service.launch();
        }
        service.awaitReady();
    }

    public Metrics metrics() {
        return service.metrics();
    }

    public Program program() {
        return service.program();
    }

    @Override
    public void close() {
        service.close();
        toBroker.close();
        toDatabase.close();
    }
}
