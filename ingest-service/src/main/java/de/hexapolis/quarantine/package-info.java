/**
 * Messages that wait in quarantine, and their way back through the pipeline once what was missing is there: a device is
 * registered, a profile corrected. What cannot be stored goes into quarantine in package store.
 */
@NullMarked
package de.hexapolis.quarantine;

import org.jspecify.annotations.NullMarked;
