/** The cities and their districts. */
@NullMarked
package de.hexapolis.query.cities;

import org.jspecify.annotations.NullMarked;
