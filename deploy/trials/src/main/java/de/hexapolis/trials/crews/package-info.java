/** A simulated week at speed: crews work, things burn and fill, everything is killed again and again, and nothing is told twice or not. */
@NullMarked
package de.hexapolis.trials.crews;

import org.jspecify.annotations.NullMarked;
