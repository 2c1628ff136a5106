package de.hexapolis.query.deliveries;

import java.util.Optional;
import java.util.UUID;

/** Which deliveries are asked for; what is empty does not matter. Immutable. */
record DeliveryQuestion(Optional<Long> channel, Optional<String> state, Optional<UUID> notice, Optional<String> city) {}
