package de.hexapolis.decode;

import de.hexapolis.profile.Unread;
import java.util.Optional;

/**
 * A message that carries nothing to keep: a join, a device's configuration answer. Immutable.
 *
 * @param unread present if nobody said that it is so on purpose: the device's profile reads no field of the message
 */
public record Ignored(String why, Optional<Unread> unread) implements Decoded {
    Ignored(String why) {
        this(why, Optional.empty());
    }
}
