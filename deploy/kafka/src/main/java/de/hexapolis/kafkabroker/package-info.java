/**
 * A Kafka broker as a process of its own. Its class path is not that of the tests: broker and services want different
 * versions of Kafka's client.
 */
@NullMarked
package de.hexapolis.kafkabroker;

import org.jspecify.annotations.NullMarked;
