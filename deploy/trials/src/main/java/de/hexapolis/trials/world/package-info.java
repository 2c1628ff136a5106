/**
 * A small world of the real programs: broker, PostgreSQL, replicas of ingest-service, query-service and the simulator's
 * load, each a process of its own on loopback ports that were free, in a temporary folder. {@link
 * de.hexapolis.trials.world.World} starts it; its parts are killed, frozen, cut off and started again by the trials.
 */
@NullMarked
package de.hexapolis.trials.world;

import org.jspecify.annotations.NullMarked;
