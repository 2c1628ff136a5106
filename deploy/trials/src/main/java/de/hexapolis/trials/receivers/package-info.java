/** Real local receivers of what the platform tells: a webhook, an MQTT client, a listener of the live stream. */
@NullMarked
package de.hexapolis.trials.receivers;

import org.jspecify.annotations.NullMarked;
