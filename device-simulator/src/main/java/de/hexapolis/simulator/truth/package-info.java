/** What was true, whatever the sensors said: for whoever judges a forecast or an alert. */
@NullMarked
package de.hexapolis.simulator.truth;

import org.jspecify.annotations.NullMarked;
