/** Emptyings, waterings, rain: what the data or people say has happened, correctable by people. */
@NullMarked
package de.hexapolis.query.occurrences;

import org.jspecify.annotations.NullMarked;
