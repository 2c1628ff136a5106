/** Messages that could not be stored: why, how often, their raw bytes, and their replay. For staff. */
@NullMarked
package de.hexapolis.query.quarantine;

import org.jspecify.annotations.NullMarked;
