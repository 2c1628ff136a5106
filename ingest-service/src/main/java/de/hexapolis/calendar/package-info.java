/**
 * Weekdays, Hessian holidays, seasons, quiet hours, shifts and rounds in the zone of a city. Pure.
 */
@NullMarked
package de.hexapolis.calendar;

import org.jspecify.annotations.NullMarked;
