package de.hexapolis.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One checked source. Immutable.
 *
 * @param filter what is subscribed, with {@code $share/group/} where a group shares it
 * @param receiveMaximum messages in flight, 1 to 32,767
 * @param receiveBytes bytes of payload in flight, a packet or more
 * @param batchBytes bytes of payload in one batch of several messages
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
        long batchBytes,
        Duration batchLinger) {
    /**
     * One limit with the broker, 64 KiB of payload and a little for the topic and the header: where the broker takes more,
     * it acknowledges that to the device and throws it away for us. A payload above 64 KiB still comes, and is refused.
     */
    static final long LARGEST_PACKET_BYTES = 65 * 1024L;

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
                settings.receiveBytes().asLongValue() >= LARGEST_PACKET_BYTES,
                prefix + "receive-bytes",
                settings.receiveBytes().asLongValue(),
                "at least the largest packet (%d)".formatted(LARGEST_PACKET_BYTES));
        require(
                settings.batchMessages() >= 1 && settings.batchMessages() <= settings.receiveMaximum(),
                prefix + "batch-messages",
                settings.batchMessages(),
                "1 to receive-maximum (%d)".formatted(settings.receiveMaximum()));
        requireDurations(prefix, settings);
        require(
                settings.batchBytes().asLongValue() > 0,
                prefix + "batch-bytes",
                settings.batchBytes().asLongValue(),
                "above 0");
        require(
                settings.broker().matches("(tcp|ssl)://[^/:]+:\\d{1,5}"),
                prefix + "broker",
                settings.broker(),
                "tcp://host:port or ssl://host:port");
        require(isTopicFilter(settings.topic()), prefix + "topic", settings.topic(), "a topic filter");
        require(
                settings.version() == 5 || settings.sharedGroup().isEmpty(),
                prefix + "shared-group",
                settings.sharedGroup().orElse(""),
                "nothing: MQTT 3.1.1 knows no shared subscriptions");
        settings.sharedGroup()
                .ifPresent(group -> require(
                        group.matches("[^/+#]+"), prefix + "shared-group", group, "a name without wildcards or /"));
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
                settings.batchBytes().asLongValue(),
                settings.batchLinger());
    }

    /**
     * The same, but for so few messages in flight that their bytes are bounded too, whatever their size: a broker that
     * keeps to the receive maximum cannot send more than {@link #receiveBytes}.
     */
    Source sparing() {
        int messages = (int) Math.max(1, Math.min(receiveMaximum, receiveBytes / LARGEST_PACKET_BYTES));
        return new Source(
                name,
                broker,
                filter,
                legacy,
                qos,
                clientId,
                username,
                passwordFile,
                certificateAuthority,
                sessionExpiry,
                keepAlive,
                messages,
                receiveBytes,
                batchMessages,
                batchBytes,
                batchLinger);
    }

    /** What MQTT can say: keep-alives in 16 bits, expiry in 32. An outage of minutes is not to cost a session. */
    private static void requireDurations(String prefix, SourceSettings.Source settings) {
        requireFrom(prefix + "keep-alive", settings.keepAlive(), Duration.ofSeconds(1), Duration.ofSeconds(65_535));
        requireFrom(
                prefix + "session-expiry",
                settings.sessionExpiry(),
                Duration.ofHours(1),
                Duration.ofSeconds(4_294_967_295L));
        requireFrom(prefix + "batch-linger", settings.batchLinger(), Duration.ZERO, Duration.ofMinutes(1));
    }

    private static void requireFrom(String setting, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                setting,
                value,
                "from %s to %s".formatted(least, most));
    }

    /** MQTT 5, 4.7: of the wildcards, # is the last level and + any level, alone. */
    private static boolean isTopicFilter(String text) {
        String[] levels = text.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean isWildcard = levels[i].equals("+") || (levels[i].equals("#") && i == levels.length - 1);
            if (!isWildcard && (levels[i].contains("+") || levels[i].contains("#"))) {
                return false;
            }
        }
        return !text.isBlank() && text.indexOf('\0') < 0;
    }

    private static void require(boolean holds, String setting, Object value, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("%s: '%s' is not %s".formatted(setting, value, wanted));
        }
    }
}
