/**
 * {@code GET /api/v1/aggregates}: averages, extremes, percentiles and the like of any set of assets by bucket of local
 * time. The way of a request: {@link de.hexapolis.query.aggregates.AggregateQuery} is what was asked,
 * {@link de.hexapolis.query.aggregates.BucketCalendar} its buckets, {@link de.hexapolis.query.aggregates.Lines} the
 * lines of the answer with their series, {@link de.hexapolis.query.aggregates.Source} where the numbers come from,
 * {@code combine_*.sql} and {@code percentiles_*.sql} the numbers,
 * {@link de.hexapolis.query.aggregates.GapFilling} the buckets without any.
 */
@NullMarked
package de.hexapolis.query.aggregates;

import org.jspecify.annotations.NullMarked;
