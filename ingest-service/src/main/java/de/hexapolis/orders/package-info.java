/**
 * Alerts and their states, orders, history, timers, escalation: the statements and the one table of transitions.
 */
@NullMarked
package de.hexapolis.orders;

import org.jspecify.annotations.NullMarked;
