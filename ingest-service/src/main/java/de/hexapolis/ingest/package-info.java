/**
 * The way of a message: {@link de.hexapolis.ingest.Pipeline} receives a batch from the door, {@link
 * de.hexapolis.ingest.Intake} has it decoded ({@code decode}, with the profiles of the {@code registry}), {@link
 * de.hexapolis.ingest.Resolution} turns what was decoded into rows of series that the registry knows, {@code store}
 * commits them, and only then does the pipeline return, which acknowledges the batch.
 *
 * <p>What cannot be taken is data too: it goes into quarantine in the same transaction. A database that is away is
 * waited for, with the batch in hand and nothing acknowledged.
 */
@NullMarked
package de.hexapolis.ingest;

import org.jspecify.annotations.NullMarked;
