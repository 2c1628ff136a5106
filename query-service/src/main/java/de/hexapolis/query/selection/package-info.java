/**
 * Which assets a question is about: the filter that all endpoints share, from query parameters to assets. Endpoints
 * run it in the same view of the database as the rest of their answer.
 */
@NullMarked
package de.hexapolis.query.selection;

import org.jspecify.annotations.NullMarked;
