/**
 * The fault matrix: each {@link de.hexapolis.trials.faults.Fault} breaks something while a load with a ledger runs;
 * {@link de.hexapolis.trials.faults.Trial} then waits until all has arrived and holds ledger, store, rollups and
 * metrics against each other. {@link de.hexapolis.trials.faults.Faults} is {@code deploy/faults}.
 */
@NullMarked
package de.hexapolis.trials.faults;

import org.jspecify.annotations.NullMarked;
