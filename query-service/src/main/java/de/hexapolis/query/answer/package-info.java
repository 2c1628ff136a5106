/**
 * How answers leave: formats by {@code Accept} or by the parameter {@code format} (JSON, GeoJSON, CSV) and strong ETags with 304. Bodies are bounded by the
 * page, so each is rendered whole before its tag is known.
 */
@NullMarked
package de.hexapolis.query.answer;

import org.jspecify.annotations.NullMarked;
