/**
 * How answers leave: formats by {@code Accept} or by the parameter {@code format} (JSON, GeoJSON, CSV) and strong ETags
 * with 304. Bodies are bounded by the page, so each is rendered whole before its tag is known. Large ones leave piece by
 * piece ({@link de.hexapolis.query.answer.Sending}), and all of them together have a bound
 * ({@link de.hexapolis.query.answer.BytesInFlight}).
 */
@NullMarked
package de.hexapolis.query.answer;

import org.jspecify.annotations.NullMarked;
