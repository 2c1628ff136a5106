/**
 * Forecasts against simpler ones: walked forward through past readings, never looking ahead, each told only what had been
 * read by then.
 */
@NullMarked
package de.hexapolis.trials.backtest;

import org.jspecify.annotations.NullMarked;
