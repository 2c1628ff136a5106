package de.hexapolis.decode;

/** What became of a message: whole values, nothing to keep, or a refusal. */
public sealed interface Decoded permits Accepted, Ignored, Rejected {}
