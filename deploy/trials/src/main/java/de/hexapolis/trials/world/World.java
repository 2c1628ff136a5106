package de.hexapolis.trials.world;

import de.hexapolis.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Broker, database and replicas of ingest-service, all running. One thread starts and stops its parts. */
public final class World implements AutoCloseable {
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(10);

    private final Checkout checkout;
    private final Path folder;
    private final Database database;
    private final Broker broker;
    private final Platform platform;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Service> others = new ArrayList<>();

    /**
     * @param databaseFolder where PostgreSQL's data lie
     * @param brokerFolder where the broker's journal lies
     */
    public record Folders(Path root, Path databaseFolder, Path brokerFolder) {
        public static Folders below(Path root) {
            return new Folders(root, root.resolve("database"), root.resolve("broker"));
        }
    }

    private World(
            Checkout checkout, Folders folders, Optional<DatabaseAddress> external, Map<String, String> settings) {
        this.checkout = checkout;
        this.folder = folders.root();
        this.database = external.map(Database::on)
                .orElseGet(() -> Database.of(folders.databaseFolder(), folder.resolve("database.log")));
        this.broker = new Broker(folders.brokerFolder(), folder.resolve("broker.log"));
        this.platform = new Platform(folder, settings);
    }

    /** Returns when all replicas are ready. */
    public static World open(Checkout checkout, Folders folders, int replicas) throws InterruptedException {
        return open(checkout, folders, replicas, Optional.empty());
    }

    /** @param external a server that runs already, on which a database of its own is made and dropped */
    public static World open(Checkout checkout, Folders folders, int replicas, Optional<DatabaseAddress> external)
            throws InterruptedException {
        return open(checkout, folders, replicas, external, Map.of());
    }

    /** @param settings of the services, as environment variables, besides those that every world has */
    public static World open(
            Checkout checkout,
            Folders folders,
            int replicas,
            Optional<DatabaseAddress> external,
            Map<String, String> settings)
            throws InterruptedException {
        World world = new World(checkout, folders, external, settings);
        try {
            Files.createDirectories(folders.root());
            world.broker.start();
            world.database.start();
            for (int number = 0; number < replicas; number++) {
                world.addReplica().service().start();
            }
            return world;
        } catch (IOException e) {
            world.close();
            throw new UncheckedIOException("cannot make " + folders.root(), e);
        } catch (InterruptedException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** One more, which is not yet started. */
    public Replica addReplica() {
        return add(Replica.of(replicas.size(), surroundings()));
    }

    /** One more, not yet started, with no proxy on its way to broker and database. */
    public Replica addDirectReplica() {
        return add(Replica.direct(replicas.size(), surroundings()));
    }

    private Replica add(Replica replica) {
        replicas.add(replica);
        return replica;
    }

    private Replica.Surroundings surroundings() {
        return new Replica.Surroundings(checkout, folder, broker.port(), database.address(), platform);
    }

    /** query-service, not yet started. */
    public Service newQueryService() {
        int port = FreePort.find();
        Service query = new Service(
                checkout.query(),
                port,
                platform.with(Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.address().jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        database.address().user(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.address().password(),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        platform.publicKey().toUri().toString())),
                folder.resolve("query.log"));
        others.add(query);
        return query;
    }

    /** How many of broker and replicas do not run. */
    public long ended() {
        return Stream.concat(Stream.of(broker.program()), replicas.stream().map(Replica::program))
                .filter(program -> !program.isAlive())
                .count();
    }

    /** Ends the last replica and forgets it. */
    public void removeReplica() throws InterruptedException {
        Replica last = replicas.remove(replicas.size() - 1);
        last.program().terminate();
        last.close();
    }

    /** Registers the devices of a load. */
    public void register(String city, int devices) throws SQLException {
        try (Connection connection = database.open()) {
            LoadDevices.register(connection, city, devices);
        }
    }

    /**
     * Waits until no replica has anything under way and no observation has come for a while.
     *
     * @return how long it took until the last one came
     */
    public Duration settle(String city, long expectedObservations) throws InterruptedException {
        return new Settling(this, city, expectedObservations).await(LONGEST_SETTLING);
    }

    /** Makes everything run again, after a trial that broke off. */
    public void mend() throws InterruptedException {
        if (!broker.program().isAlive()) {
            broker.start();
        }
        database.start();
        for (Replica replica : replicas) {
            replica.mend();
        }
    }

    /** Who may ask, and what all services are told. */
    public Platform platform() {
        return platform;
    }

    public Checkout checkout() {
        return checkout;
    }

    public Path folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    @Override
    public void close() {
        others.forEach(Service::close);
        replicas.forEach(Replica::close);
        broker.close();
        database.close();
    }
}
