/**
 * Devices that do not exist: fleets with believable physics, faults, load with a ledger and its verification. Start
 * reading at {@link de.hexapolis.simulator.Simulator}.
 */
@NullMarked
package de.hexapolis.simulator;

import org.jspecify.annotations.NullMarked;
