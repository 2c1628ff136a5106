/**
 * Figures, each with its target: {@link de.hexapolis.trials.bench.Bench} is {@code deploy/bench}. Ingest against a bare
 * COPY of the same rows, the time from a message to the API, memory under load, queries on a year of history, bytes on
 * disk. The programs are the real ones; broker, database and load generator share the machine.
 */
@NullMarked
package de.hexapolis.trials.bench;

import org.jspecify.annotations.NullMarked;
