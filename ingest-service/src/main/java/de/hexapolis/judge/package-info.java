/**
 * Takes assets whose readings left their band, reads what was sensed, lets rules and plausibility speak, and writes
 * alerts, flags, occurrences and the next bands: one transaction for a handful of assets. Judging again changes nothing.
 */
@NullMarked
package de.hexapolis.judge;

import org.jspecify.annotations.NullMarked;
