package de.hexapolis.blueprint;

/** A row with the place where it was written. Immutable. */
record Located<T>(String file, int line, T row) {}
