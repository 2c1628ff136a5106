package de.hexapolis.delivery;

import de.hexapolis.delivery.Sent.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent to a channel at once, and what became of it. Immutable. */
record Round(Channel channel, List<Parcel> parcels, List<Sent> sent) {
    Round {
        if (parcels.size() != sent.size()) {
            throw new IllegalArgumentException(
                    "%d parcels were sent and %d answered".formatted(parcels.size(), sent.size()));
        }
        parcels = List.copyOf(parcels);
        sent = List.copyOf(sent);
    }

    List<Parcel> with(Fate fate) {
        List<Parcel> found = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            if (sent.get(i).fate() == fate) {
                found.add(parcels.get(i));
            }
        }
        return found;
    }

    Optional<Sent> first(Fate fate) {
        return sent.stream().filter(each -> each.fate() == fate).findFirst();
    }

    /** Whether the receiver took nothing, though it may another time; a message that a broker refuses waits alone. */
    boolean wasInVain() {
        boolean isBroker = channel.kind() == ChannelKind.MQTT;
        return first(Fate.DELIVERED).isEmpty()
                && sent.stream()
                        .anyMatch(each -> each.fate() == Fate.TRY_AGAIN
                                && !(isBroker && each.after().isPresent()));
    }
}
