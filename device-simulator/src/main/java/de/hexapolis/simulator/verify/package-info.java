/** The ledger compared with the store. */
@NullMarked
package de.hexapolis.simulator.verify;

import org.jspecify.annotations.NullMarked;
