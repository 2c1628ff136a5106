package de.hexapolis.delivery;

import de.hexapolis.delivery.Sent.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what became of a round, all of it in one transaction. Stateless. */
final class MarkRound {
    /** What a transaction has changed. */
    record Marked(int delivered, int givenUp) {}

    private MarkRound() {}

    /** @param share of the longest wait before the next attempt, from 0 to 1 */
    static Marked on(Connection connection, Round round, Instant now, double share) throws SQLException {
        List<Parcel> arrived = round.with(Fate.DELIVERED);
        int delivered = 0;
        if (!arrived.isEmpty()) {
            boolean byMqtt = round.channel().kind() == ChannelKind.MQTT;
            MarkNotified.on(connection, arrived.stream().map(Parcel::sequence).toList(), byMqtt, now);
            delivered = MarkDelivered.on(
                    connection, arrived.stream().map(Parcel::deliveryId).toList(), now);
        }
        int givenUp = markOthers(connection, round, now, share);
        markChannel(connection, round, now);
        Optional<Sent> gone = round.first(Fate.GONE);
        if (gone.isPresent()) {
            return new Marked(
                    delivered,
                    givenUp + close(connection, round.channel(), now, gone.get().why()));
        }
        boolean isDead = givenUp > 0 || round.with(Fate.TRY_AGAIN).stream().anyMatch(parcel -> isTooLate(parcel, now));
        if (isDead && round.parcels().stream().anyMatch(parcel -> !parcel.isAbout("channel"))) {
            TellStaff.on(connection, "channel.failing", round.channel().id(), now);
        }
        return new Marked(delivered, givenUp);
    }

    private static int markOthers(Connection connection, Round round, Instant now, double share) throws SQLException {
        int givenUp = 0;
        for (int i = 0; i < round.parcels().size(); i++) {
            Parcel parcel = round.parcels().get(i);
            Sent sent = round.sent().get(i);
            if (sent.fate() == Fate.REFUSED) {
                givenUp += MarkFailed.givenUp(connection, parcel.deliveryId(), sent.why());
            } else if (sent.fate() == Fate.TRY_AGAIN) {
                int tooLate = isTooLate(parcel, now) ? giveUp(connection, round, parcel, sent.why()) : 0;
                if (tooLate == 0) {
                    MarkFailed.again(
                            connection, parcel.deliveryId(), next(round, parcel, sent, now, share), sent.why());
                }
                givenUp += tooLate;
            }
        }
        return givenUp;
    }

    private static boolean isTooLate(Parcel parcel, Instant now) {
        return !now.isBefore(parcel.giveUpAt());
    }

    /** The last state of a subject is told to a broker however late: without it the topic would be wrong for good. */
    private static int giveUp(Connection connection, Round round, Parcel parcel, String why) throws SQLException {
        return round.channel().kind() == ChannelKind.MQTT
                ? MarkFailed.givenUpForANewer(connection, parcel.deliveryId(), why)
                : MarkFailed.givenUp(connection, parcel.deliveryId(), why);
    }

    /** Where the broker took nothing the channel rests, and with it what it is to be told; else this one alone waits. */
    private static Instant next(Round round, Parcel parcel, Sent sent, Instant now, double share) {
        boolean ofABroker = round.channel().kind() == ChannelKind.MQTT;
        if (ofABroker && sent.after().isEmpty()) {
            return parcel.notBefore();
        }
        Duration backoff = Backoff.after(parcel.attempts() + 1, share);
        Duration wish = sent.after().orElse(Duration.ZERO);
        Instant next = now.plus(backoff.compareTo(wish) > 0 ? backoff : wish);
        return next.isAfter(parcel.giveUpAt()) && !ofABroker ? parcel.giveUpAt() : next;
    }

    private static void markChannel(Connection connection, Round round, Instant now) throws SQLException {
        if (round.first(Fate.DELIVERED).isPresent()) {
            MarkChannel.works(connection, round.channel().id(), now);
        }
        Optional<Sent> trouble = round.first(Fate.TRY_AGAIN).or(() -> round.first(Fate.REFUSED));
        if (trouble.isPresent() && round.first(Fate.DELIVERED).isEmpty()) {
            MarkChannel.fails(
                    connection, round.channel().id(), now, trouble.get().why());
        }
    }

    private static int close(Connection connection, Channel channel, Instant now, String why) throws SQLException {
        int givenUp = MarkFailed.allGivenUp(connection, channel.id(), why);
        if (channel.kind() == ChannelKind.PUSH) {
            MarkChannel.delete(connection, channel.id());
        } else {
            MarkChannel.isGone(connection, channel.id(), now, why);
            TellStaff.on(connection, "channel.disabled", channel.id(), now);
        }
        return givenUp;
    }
}
