package de.hexapolis.mqtt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The brokers and topics that are listened to, by name: {@code hexapolis.sources.<name>.…}. */
@ConfigMapping(prefix = "hexapolis.sources")
public interface SourceSettings {
    @WithParentName
    Map<String, Source> byName();

    /** One subscription with a connection of its own. */
    interface Source {
        @WithDefault("true")
        boolean enabled();

        /** {@code tcp://host:port}, or {@code ssl://host:port} for TLS. */
        @WithDefault("${hexapolis.broker:tcp://127.0.0.1:1883}")
        String broker();

        /** Topic filter, without {@code $share}. */
        String topic();

        /** Replicas of one group share the messages; without it each replica gets all of them. MQTT 5 only. */
        Optional<String> sharedGroup();

        /** The wire format of what arrives, such as {@code hexapolis} or {@code the-things-stack}. */
        String format();

        /** The city of devices that have none of their own, and of messages that name no device we know. */
        Optional<String> city();

        /** 5, or 3 for MQTT 3.1.1. */
        @WithDefault("5")
        int version();

        /** 0 or 1; what comes with QoS 0 may be lost on the way. */
        @WithDefault("1")
        int qos();

        /** Stays the same over restarts, so that the broker keeps the session. */
        @WithDefault("${hexapolis.replica:ingest-0}")
        String clientId();

        Optional<String> username();

        Optional<Path> passwordFile();

        /** PEM file of the authority that signed the broker's certificate; without it the JDK's own list. */
        Optional<Path> certificateAuthority();

        /** An hour to 4,294,967,295 seconds, which means for ever. */
        @WithDefault("P7D")
        Duration sessionExpiry();

        /** 1 to 65,535 seconds. */
        @WithDefault("PT30S")
        Duration keepAlive();

        /** The bound of what is in flight, 1 to 32,767: the broker sends no more before we acknowledge. */
        @WithDefault("4000")
        int receiveMaximum();

        /**
         * The bound of what is in flight in bytes of payload, 65 KiB or more. Usual messages are some hundred bytes, and
         * the receive maximum is reached first; with messages near the packet limit of 65 KiB it would hold 260 MB.
         * When they reach this bound the connection stays, but takes no more QoS 1 messages: it ends when those that
         * it took are stored, the broker sends the rest on the next one, and that one has a receive maximum of this
         * bound / 65 KiB (504) for ten minutes, so that it cannot be reached again. Three sources of 32 MB, with two
         * batches being stored, fit into a heap of 256 MB.
         */
        @WithDefault("32M")
        MemorySize receiveBytes();

        /** Most messages of one batch: half of what may be in flight keeps one batch filling while one is stored. */
        @WithDefault("2000")
        int batchMessages();

        /** Most bytes of payload in one batch of several messages: decoded, a reading takes ten times its bytes. */
        @WithDefault("2M")
        MemorySize batchBytes();

        /** How long a batch that is not full waits for more: at most a minute. */
        @WithDefault("PT0.005S")
        Duration batchLinger();
    }
}
