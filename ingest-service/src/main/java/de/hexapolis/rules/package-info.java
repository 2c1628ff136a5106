/**
 * Rules as data: YAML becomes resolved rules, readings become episodes. A rule is a pure function of what was sensed, so
 * order of arrival, redelivery and the number of replicas cannot change what it tells; beside the episodes it tells the
 * band of values within which nothing can change. No SQL, no clock. See docs/rules.md.
 */
@NullMarked
package de.hexapolis.rules;

import org.jspecify.annotations.NullMarked;
