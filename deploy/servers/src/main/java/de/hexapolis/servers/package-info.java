/**
 * Real servers for tests and for the local start: PostgreSQL (or TimescaleDB), an MQTT 5 broker and Kafka.
 *
 * <p>Tests call {@link de.hexapolis.servers.DatabaseServer}, {@link de.hexapolis.servers.BrokerServer} and {@link
 * de.hexapolis.servers.KafkaServer}; each takes the address that the environment names, else a container where a Docker
 * engine answers, else the embedded server, and prints once which. {@link de.hexapolis.servers.EmbeddedDatabase} and
 * {@link de.hexapolis.servers.ArtemisBroker} are embedded ones; each has a main of its own, so that it can also run, and
 * be killed, as a process. {@link de.hexapolis.servers.KafkaBroker} is always a process of its own.
 */
@NullMarked
package de.hexapolis.servers;

import org.jspecify.annotations.NullMarked;
