/** What was told to which channel, what waits, what was given up. */
@NullMarked
package de.hexapolis.query.deliveries;

import org.jspecify.annotations.NullMarked;
