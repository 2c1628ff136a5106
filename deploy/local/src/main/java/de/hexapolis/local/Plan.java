package de.hexapolis.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to start and where. Immutable.
 *
 * @param home the checkout, where the built programs and the blueprints lie
 * @param broker an external broker, instead of our own on brokerPort
 * @param database an external database, instead of our own on databasePort
 * @param crews whether the simulator plays the crews of the demo cities
 * @param intervalScale factor of the devices' intervals in the simulator
 */
record Plan(
        Path home,
        DataFolder folder,
        int brokerPort,
        int databasePort,
        int ingestPort,
        int queryPort,
        Optional<String> broker,
        Optional<Database> database,
        boolean simulator,
        boolean crews,
        double intervalScale) {
    /** An external database. */
    record Database(String url, String user, String password) {}

    String brokerAddress() {
        return broker.orElse("tcp://127.0.0.1:" + brokerPort);
    }

    String queryAddress() {
        return "http://127.0.0.1:" + queryPort;
    }

    String ingestAddress() {
        return "http://127.0.0.1:" + ingestPort;
    }

    Path blueprints() {
        return home.resolve("deploy/blueprints");
    }
}
