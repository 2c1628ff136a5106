package de.hexapolis.trials.backtest;

import java.time.Instant;
import java.util.Optional;

/**
 * When a forecast is made, and what came. Immutable.
 *
 * @param levelAtRound 0 to 100, before anybody emptied the bin
 * @param fullIfLeft when the bin would have been full had nobody emptied it; empty: not within a month, or nobody knows
 */
record Origin(Instant at, Instant roundAt, double levelAtRound, Optional<Instant> fullIfLeft) {}
