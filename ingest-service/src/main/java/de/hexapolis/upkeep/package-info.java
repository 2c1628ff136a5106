/** What the store needs from time to time: partitions ahead, compression, retention. */
@NullMarked
package de.hexapolis.upkeep;

import org.jspecify.annotations.NullMarked;
