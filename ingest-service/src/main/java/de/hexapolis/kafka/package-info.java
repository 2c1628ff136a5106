/**
 * Kafka as a durable log between door and store, where the profile {@code kafka} says so; without it nothing in here
 * runs.
 *
 * <p>The way of a message: {@link de.hexapolis.kafka.KafkaAppender} takes a batch from the door, makes a {@linkplain
 * de.hexapolis.kafka.RawRecord record} of each message, and has the batch acknowledged when Kafka has all of them; {@link
 * de.hexapolis.kafka.KafkaReader}, in any replica of the group, has what it reads decoded and stored, after which the
 * offsets are committed. How the channels are wired, and why so, is in {@code application-kafka.properties}.
 */
@NullMarked
package de.hexapolis.kafka;

import org.jspecify.annotations.NullMarked;
