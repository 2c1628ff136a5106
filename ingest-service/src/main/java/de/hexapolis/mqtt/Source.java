package de.hexapolis.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One checked source. Immutable.
 *
 * @param filter what is subscribed, with {@code $share/group/} where a group shares it
 * @param receiveMaximum messages in flight, 1 to 32,767
 * @param receiveBytes bytes in flight
 */
record Source(
        String name,
        String broker,
        String filter,
        boolean legacy,
        int qos,
        String clientId,
        Optional<String> username,
        Optional<Path> passwordFile,
        Optional<Path> certificateAuthority,
        Duration sessionExpiry,
        Duration keepAlive,
        int receiveMaximum,
        long receiveBytes,
        int batchMessages,
        Duration batchLinger) {

    /** @throws IllegalArgumentException naming the setting and its value */
    static Source of(String name, SourceSettings.Source settings) {
        String prefix = "hexapolis.sources." + name + ".";
        require(settings.version() == 5 || settings.version() == 3, prefix + "version", settings.version(), "5 or 3");
        require(settings.qos() == 0 || settings.qos() == 1, prefix + "qos", settings.qos(), "0 or 1");
        require(
                settings.receiveMaximum() >= 1 && settings.receiveMaximum() <= 32_767,
                prefix + "receive-maximum",
                settings.receiveMaximum(),
                "1 to 32767");
        require(
                settings.batchMessages() >= 1 && settings.batchMessages() <= settings.receiveMaximum(),
                prefix + "batch-messages",
                settings.batchMessages(),
                "1 to receive-maximum (%d)".formatted(settings.receiveMaximum()));
        require(
                settings.broker().matches("(tcp|ssl)://[^/:]+:\\d{1,5}"),
                prefix + "broker",
                settings.broker(),
                "tcp://host:port or ssl://host:port");
        require(!settings.topic().isBlank(), prefix + "topic", settings.topic(), "a topic filter");
        require(
                settings.version() == 5 || settings.sharedGroup().isEmpty(),
                prefix + "shared-group",
                settings.sharedGroup().orElse(""),
                "nothing: MQTT 3.1.1 knows no shared subscriptions");
        return new Source(
                name,
                settings.broker(),
                settings.sharedGroup().map(group -> "$share/" + group + "/").orElse("") + settings.topic(),
                settings.version() == 3,
                settings.qos(),
                settings.clientId() + "-" + name,
                settings.username(),
                settings.passwordFile(),
                settings.certificateAuthority(),
                settings.sessionExpiry(),
                settings.keepAlive(),
                settings.receiveMaximum(),
                settings.receiveBytes().asLongValue(),
                settings.batchMessages(),
                settings.batchLinger());
    }

    private static void require(boolean holds, String setting, Object value, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("%s: '%s' is not %s".formatted(setting, value, wanted));
        }
    }
}
