/** Alerts: episodes in which a rule holds, with the values that say so, and what people say about them. */
@NullMarked
package de.hexapolis.query.alerts;

import org.jspecify.annotations.NullMarked;
