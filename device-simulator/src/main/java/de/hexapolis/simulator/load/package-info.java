/** Messages at a fixed rate whose content is a formula, so that a ledger can tell what must be in the store. */
@NullMarked
package de.hexapolis.simulator.load;

import org.jspecify.annotations.NullMarked;
