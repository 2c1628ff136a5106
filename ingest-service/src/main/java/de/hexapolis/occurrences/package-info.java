/**
 * What happened to an asset, told from its readings: emptyings, wettings, and whether a wetting was rain. Pure.
 */
@NullMarked
package de.hexapolis.occurrences;

import org.jspecify.annotations.NullMarked;
