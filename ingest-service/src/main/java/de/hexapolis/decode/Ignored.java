package de.hexapolis.decode;

/** A message that carries no measurement on purpose: a join, a device's configuration answer. Immutable. */
public record Ignored(String why) implements Decoded {}
