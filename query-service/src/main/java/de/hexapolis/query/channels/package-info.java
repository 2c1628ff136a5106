/** Channels by which crews and a city's staff are told: webhooks, mail, push, topics; and whether they work. */
@NullMarked
package de.hexapolis.query.channels;

import org.jspecify.annotations.NullMarked;
