/**
 * What people want done, handed to ingest-service through the table {@code command}: the only rows that this service
 * writes. The id is the client's, so that sending again does nothing twice.
 */
@NullMarked
package de.hexapolis.query.command;

import org.jspecify.annotations.NullMarked;
