/**
 * Alerts and orders as they are read by whoever may see them: staff those of their cities, crews their own. What features
 * share: the rows, their words, the answer to an order.
 */
@NullMarked
package de.hexapolis.query.work;

import org.jspecify.annotations.NullMarked;
