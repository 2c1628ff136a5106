package de.hexapolis.simulator.console;

import de.hexapolis.simulator.publish.BrokerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which broker, and who connects to it. */
public final class BrokerOptions {
    @Option(
            names = "--broker",
            paramLabel = "URI",
            defaultValue = "${env:HEXAPOLIS_BROKER:-tcp://127.0.0.1:1883}",
            description = "MQTT 5 broker (environment: HEXAPOLIS_BROKER; default: ${DEFAULT-VALUE})")
    private String broker = "";

    @Option(names = "--username", description = "user name at the broker")
    private Optional<String> username = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "file whose first line is the password")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "how long to try for a connection before giving up (default: ${DEFAULT-VALUE})")
    private Duration patience = Duration.ZERO;

    /** @throws BadInput if that is no address, or the password cannot be read */
    public BrokerAddress address() {
        Optional<String> password = passwordFile.map(BrokerOptions::firstLine);
        try {
            return new BrokerAddress(broker, username, password);
        } catch (IllegalArgumentException notAnAddress) {
            throw new BadInput("--broker: " + notAnAddress.getMessage(), notAnAddress);
        }
    }

    public Duration patience() {
        return patience;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new BadInput("--password-file: %s cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }
}
