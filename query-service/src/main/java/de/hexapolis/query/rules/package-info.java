/** The rules as they are loaded, as they hold for an asset, and as they were when an alert was opened. */
@NullMarked
package de.hexapolis.query.rules;

import org.jspecify.annotations.NullMarked;
