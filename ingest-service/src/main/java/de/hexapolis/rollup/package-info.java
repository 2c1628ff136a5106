/**
 * Hour and day buckets, recomputed from raw. A series' days before {@code latest.rolled_until} are rolled up or marked;
 * {@link de.hexapolis.rollup.AdvanceRolledUntil} moves it forward and marks what it passes, {@link
 * de.hexapolis.rollup.MarkedDays} recomputes what is marked. A bucket under a mark is computed from raw by whoever
 * reads it, so an answer is exact however far behind the workers are.
 */
@NullMarked
package de.hexapolis.rollup;

import org.jspecify.annotations.NullMarked;
