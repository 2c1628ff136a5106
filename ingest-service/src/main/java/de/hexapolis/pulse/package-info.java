/**
 * When sources, gateways and devices were last heard, and through which gateway; written beside the ingest transaction.
 */
@NullMarked
package de.hexapolis.pulse;

import org.jspecify.annotations.NullMarked;
