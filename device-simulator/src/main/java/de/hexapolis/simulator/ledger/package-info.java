/** The file that says what was attempted and what the broker acknowledged; it survives a kill -9. */
@NullMarked
package de.hexapolis.simulator.ledger;

import org.jspecify.annotations.NullMarked;
