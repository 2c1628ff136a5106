/**
 * Who is asking, and what they may see. Rows belong to cities: what a city marks open is everybody's, the rest is
 * for staff of that city and for operators. Orders are also for the crews that they are given to.
 */
@NullMarked
package de.hexapolis.query.access;

import org.jspecify.annotations.NullMarked;
