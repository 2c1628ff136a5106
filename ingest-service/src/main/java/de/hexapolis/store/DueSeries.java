package de.hexapolis.store;

import java.time.Instant;

/**
 * A series whose readings left their band, or came late. Immutable.
 *
 * @param from the earliest of them
 */
record DueSeries(int seriesId, Instant from) {}
