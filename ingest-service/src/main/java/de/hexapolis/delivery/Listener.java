package de.hexapolis.delivery;

import java.util.Optional;

/** A channel as far as it decides who is told, and when. Immutable. */
record Listener(long channelId, Optional<String> city, Optional<String> crew, ChannelKind kind, ChannelWishes wishes) {}
