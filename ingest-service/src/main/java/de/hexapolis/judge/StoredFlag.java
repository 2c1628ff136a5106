package de.hexapolis.judge;

import de.hexapolis.rules.FlagSpan;

/**
 * A row of {@code series_flag}. Immutable.
 *
 * @param isPersons whether a person set it: then no judge changes it
 */
record StoredFlag(long id, int seriesId, FlagSpan span, boolean isPersons) {}
