/** What goes wrong in the field, done to a stream of transmissions on purpose. */
@NullMarked
package de.hexapolis.simulator.scenario;

import org.jspecify.annotations.NullMarked;
