/** The database at start: waited for while it is away, refused if it is too old, migrated if it is behind. */
@NullMarked
package de.hexapolis.schema;

import org.jspecify.annotations.NullMarked;
