/**
 * What ingest knows of cities, assets and devices: an immutable {@link de.hexapolis.registry.RegistryView} of the
 * registry's rows, loaded by a few set-based queries and replaced as a whole when the registry's version moves, and the
 * changes of those rows with everything that follows from them.
 */
@NullMarked
package de.hexapolis.registry;

import org.jspecify.annotations.NullMarked;
