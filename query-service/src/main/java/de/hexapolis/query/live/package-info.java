/**
 * The live stream: what is told about alerts and orders, as it is committed. The table {@code notice} is the log: whoever
 * comes back with the number of the last one he saw gets the rest, without gaps, from any replica.
 */
@NullMarked
package de.hexapolis.query.live;

import org.jspecify.annotations.NullMarked;
