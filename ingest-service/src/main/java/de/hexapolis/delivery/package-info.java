/**
 * From a notice in the outbox to MQTT, webhook, mail and push, at least once and with one id.
 */
@NullMarked
package de.hexapolis.delivery;

import org.jspecify.annotations.NullMarked;
