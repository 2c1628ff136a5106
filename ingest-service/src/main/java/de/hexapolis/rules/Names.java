package de.hexapolis.rules;

/** A text that a person sees, in both languages. Immutable. */
public record Names(String de, String en) {}
