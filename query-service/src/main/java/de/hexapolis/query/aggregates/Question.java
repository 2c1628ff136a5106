package de.hexapolis.query.aggregates;

import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Page;
import java.time.Instant;

/**
 * A request for aggregates, apart from its assets. Immutable.
 *
 * @param format in which the answer is written
 * @param now what is later is not expected yet
 */
record Question(AggregateQuery query, Page page, Format format, Instant now) {}
