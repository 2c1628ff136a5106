/**
 * Orders: what a crew is to do, as JSON and tables, as feeds for calendars, navigation devices and maps, and as the page on
 * which it answers them.
 */
@NullMarked
package de.hexapolis.query.orders;

import org.jspecify.annotations.NullMarked;
