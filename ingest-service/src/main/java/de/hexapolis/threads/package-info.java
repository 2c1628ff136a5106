/**
 * Threads of their own that do their work round after round, from when the schema is there until the service stops; what
 * wakes them, and what an error of the database means to them.
 */
@NullMarked
package de.hexapolis.threads;

import org.jspecify.annotations.NullMarked;
