package de.hexapolis.query.channels;

import java.util.Optional;

/** Which channels are asked for; what is empty does not matter. Immutable. */
record ChannelQuestion(Optional<String> city, Optional<String> crew, Optional<String> state) {}
