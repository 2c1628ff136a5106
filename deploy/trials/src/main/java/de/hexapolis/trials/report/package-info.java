/** What trials tell: a table for people, JSON for machines. */
@NullMarked
package de.hexapolis.trials.report;

import org.jspecify.annotations.NullMarked;
