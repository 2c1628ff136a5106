/**
 * The door: MQTT sources, each with one client object per connection, a window that bounds what is in flight, and
 * acknowledgement in order of arrival after the commit. Paho stays in here.
 *
 * <p>The way of a message: {@link de.hexapolis.mqtt.PahoSession} hands raw bytes to the {@link
 * de.hexapolis.mqtt.SourceConnection}, which puts them into the {@link de.hexapolis.mqtt.Window}; {@link
 * de.hexapolis.mqtt.SourceFeed} takes batches from it when there is demand and emits them on the channel of {@link
 * de.hexapolis.mqtt.MqttConnector}; acknowledging such a batch sends its PUBACKs through {@link
 * de.hexapolis.mqtt.AcknowledgementOrder}.
 */
@NullMarked
package de.hexapolis.mqtt;

import org.jspecify.annotations.NullMarked;
