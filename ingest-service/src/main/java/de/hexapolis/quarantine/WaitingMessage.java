package de.hexapolis.quarantine;

import de.hexapolis.telemetry.RawMessage;

/** A message that waits in quarantine, with its row. Immutable. */
record WaitingMessage(long quarantineId, int repeats, RawMessage message) {}
