package de.hexapolis.judge;

import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.SeriesOf;

/** A series of an asset, with the band that readings are held against now. Immutable. */
record SeriesRow(int id, long assetId, SeriesOf of, Quiet band) {}
