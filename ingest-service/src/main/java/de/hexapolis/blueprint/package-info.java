/**
 * Blueprint packs: files are read and checked as a whole, every fault is collected with its file and line, and only a
 * pack without any is written, in one transaction. Loading the same pack again changes nothing. See docs/blueprints.md.
 */
@NullMarked
package de.hexapolis.blueprint;

import org.jspecify.annotations.NullMarked;
