/** Repeatable chance: every random number is a pure function of the seed and of what it is drawn for. */
@NullMarked
package de.hexapolis.simulator.dice;

import org.jspecify.annotations.NullMarked;
