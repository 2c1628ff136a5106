package de.hexapolis.trials.world;

import de.hexapolis.servers.FreePort;
import de.hexapolis.trials.wire.LinkCondition;
import de.hexapolis.trials.wire.Proxy;
import java.nio.file.Path;
import java.util.Map;

/**
 * One replica of ingest-service, with a wire of its own to the broker and one to the database. Thread-safe.
 *
 * @param toBroker everything between it and the broker passes here, unless it is direct
 * @param toDatabase everything between it and the database passes here, unless it is direct
 */
public record Replica(int number, Service service, Proxy toBroker, Proxy toDatabase) implements AutoCloseable {
    /** What every replica of a world shares. */
    record Surroundings(Checkout checkout, Path log, int brokerPort, DatabaseAddress database, Platform platform) {}

    /** With wires that can be cut. */
    static Replica of(int number, Surroundings around) {
        Proxy toBroker = Proxy.open(around.brokerPort());
        Proxy toDatabase = Proxy.open(around.database().port());
        return new Replica(number, service(number, around, toBroker.port(), toDatabase.port()), toBroker, toDatabase);
    }

    /** With nothing on its wires that takes processor time: the proxies are there, and nothing passes them. */
    static Replica direct(int number, Surroundings around) {
        Service service =
                service(number, around, around.brokerPort(), around.database().port());
        return new Replica(
                number,
                service,
                Proxy.open(around.brokerPort()),
                Proxy.open(around.database().port()));
    }

    private static Service service(int number, Surroundings around, int brokerPort, int databasePort) {
        int port = FreePort.find();
        Map<String, String> environment = around.platform()
                .with(Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        around.database().through(databasePort).jdbcUrl()
                                + "?ApplicationName=ingest&connectTimeout=5&socketTimeout=120&tcpKeepAlive=true",
                        "QUARKUS_DATASOURCE_USERNAME",
                        around.database().user(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        around.database().password(),
                        "HEXAPOLIS_BROKER",
                        "tcp://127.0.0.1:" + brokerPort,
                        "HEXAPOLIS_REPLICA",
                        "ingest-" + number));
        return new Service(
                around.checkout().ingest(), port, environment, around.log().resolve("ingest-" + number + ".log"));
    }

    /** Undisturbed wires, and a process that runs. */
    void mend() throws InterruptedException {
        toBroker.set(LinkCondition.UNDISTURBED);
        toDatabase.set(LinkCondition.UNDISTURBED);
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
