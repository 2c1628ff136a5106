/**
 * What is kept: observations, events, position fixes, latest values and quarantine, each batch in one transaction. One
 * class per statement. Only this package and the registry know {@code java.sql}.
 */
@NullMarked
package de.hexapolis.store;

import org.jspecify.annotations.NullMarked;
