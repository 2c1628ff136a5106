/**
 * Crews that work orders off as people do: most of them, some late, some wrongly, some not at all. They talk to query-service as a
 * crew's phone does, and what they did in the world is in a log that outlives the program.
 */
@NullMarked
package de.hexapolis.simulator.crews;

import org.jspecify.annotations.NullMarked;
