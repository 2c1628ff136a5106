/**
 * Real servers for tests and for the local start: PostgreSQL (or TimescaleDB) and an MQTT 5 broker.
 *
 * <p>Tests call {@link de.hexapolis.servers.DatabaseServer} and {@link de.hexapolis.servers.BrokerServer}; both take the
 * address that the environment names, else a container where a Docker engine answers, else the embedded server, and
 * print once which. {@link de.hexapolis.servers.EmbeddedDatabase} and {@link de.hexapolis.servers.ArtemisBroker} are the
 * embedded ones; each has a main of its own, so that it can also run, and be killed, as a process.
 */
@NullMarked
package de.hexapolis.servers;

import org.jspecify.annotations.NullMarked;
