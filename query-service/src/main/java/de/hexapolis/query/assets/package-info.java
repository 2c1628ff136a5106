/** Assets with how they are now: lists, maps (GeoJSON) and tables (CSV) of many, and everything about one. */
@NullMarked
package de.hexapolis.query.assets;

import org.jspecify.annotations.NullMarked;
