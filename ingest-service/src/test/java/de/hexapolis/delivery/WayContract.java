package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.delivery.Sent.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way must do, with a real receiver. */
abstract class WayContract {
    abstract Way way() throws Exception;

    /** A channel whose receiver takes everything. */
    abstract Channel channel() throws Exception;

    /** The ids that the receiver has at this moment, one for each message. */
    abstract List<String> arrived() throws Exception;

    /** Channels whose receivers are not there, hang up, or say nothing anybody could understand. */
    abstract List<Channel> hopeless() throws Exception;

    @Test
    void saysDeliveredOnlyAfterTheReceiverHasIt() throws Exception {
        Parcel parcel = Parcels.alert(12);

        List<Sent> sent = way().send(channel(), List.of(parcel));

        assertThat(arrived()).containsExactly(parcel.id().toString());
        assertThat(sent).extracting(Sent::fate).containsExactly(Fate.DELIVERED);
    }

    @Test
    void givesTheSameParcelTwiceOneId() throws Exception {
        Parcel parcel = Parcels.alert(13);

        way().send(channel(), List.of(parcel));
        way().send(channel(), List.of(parcel));

        assertThat(arrived()).isNotEmpty().allMatch(parcel.id().toString()::equals);
    }

    @Test
    void neverThrowsForWhatAReceiverDoes() throws Exception {
        for (Channel channel : hopeless()) {
            List<Sent> sent = way().send(channel, List.of(Parcels.alert(14)));

            assertThat(sent).as(channel.address()).extracting(Sent::fate).containsExactly(Fate.TRY_AGAIN);
            assertThat(sent.get(0).why()).isNotBlank();
        }
    }
}
