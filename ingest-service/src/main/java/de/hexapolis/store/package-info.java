/**
 * What is kept: observations, events, position fixes, latest values and quarantine, each batch in one transaction. One
 * class per statement. Door, pipeline and decoder know nothing of {@code java.sql}; they know this package.
 */
@NullMarked
package de.hexapolis.store;

import org.jspecify.annotations.NullMarked;
