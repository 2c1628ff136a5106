/**
 * From a notice in the outbox to MQTT, webhook, mail and push, at least once and with one id.
 *
 * <p>The way of a notice: {@link de.hexapolis.delivery.Spread} finds the channels that want it and writes a row of table
 * delivery for each, not before {@link de.hexapolis.delivery.When} lets it; a {@link de.hexapolis.delivery.Deliverer}
 * leases a channel, hands what is due to its {@link de.hexapolis.delivery.Way}, outside of any transaction, and marks what
 * became of it. Who dies between sending and mark leaves the row waiting: it is sent again, with the same id. After the
 * mark it is never sent again. See docs/crews.md.
 */
@NullMarked
package de.hexapolis.delivery;

import org.jspecify.annotations.NullMarked;
