package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a receiver gets when a replica dies at the worst moment, and when two of them live. */
class KilledBetweenSendAndMarkTest {
    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final HttpReceiver receiver = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofSeconds(5));
    private final Way way = new WebhookWay(http, Clock.systemUTC());

    @AfterEach
    void close() {
        receiver.close();
        http.close();
    }

    @Test
    void sendsAgainWithTheSameIdWhenTheLeaseHasEndedAndNeverAfterTheMark() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), StandardSignature.newSecret());
        String id = outbox.notice("alert.opened");
        outbox.spread();
        assertThatThrownBy(() -> outbox.deliverer(new DyingAfterwards(way)).round())
                .isInstanceOf(Killed.class);
        Deliverer other = outbox.deliverer(way, "other");
        assertThat(other.round()).as("the lease holds").isFalse();

        outbox.clock.pass(Outbox.LEASE);
        assertThat(other.round()).isTrue();
        outbox.clock.pass(Duration.ofDays(1));
        assertThat(other.round()).isFalse();

        assertThat(receiver.ids()).containsExactly(id, id);
        assertThat(outbox.deliveries()).containsExactly("delivered");
    }

    @Test
    void givesTheChannelBackWhenItIsStoppedSoThatNobodyWaitsForTheLease() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), StandardSignature.newSecret());
        String id = outbox.notice("alert.opened");
        outbox.spread();
        receiver.answers(exchange -> Thread.sleep(30_000));
        Thread stopped = new Thread(() -> {
            try {
                outbox.deliverer(way).round();
            } catch (SQLException | InterruptedException expected) {
                // it was stopped
            }
        });
        stopped.start();
        await().until(() -> !receiver.requests.isEmpty());
        stopped.interrupt();
        stopped.join();
        receiver.answers(200);
        receiver.requests.clear();

        assertThat(outbox.deliverer(way, "after the restart").round()).isTrue();

        assertThat(receiver.ids()).containsExactly(id);
    }

    @Test
    void takesUpItselfWhatItCouldNotGiveBack() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), StandardSignature.newSecret());
        String id = outbox.notice("alert.opened");
        outbox.spread();
        outbox.execute(
                "update channel set leased_by = 'one', leased_until = '2026-07-02Z' where channel_id = " + channel);

        assertThat(outbox.deliverer(way, "other").round()).isFalse();
        assertThat(outbox.deliverer(way, "one").round()).isTrue();

        assertThat(receiver.ids()).containsExactly(id);
    }

    @Test
    void marksThoughItsLeaseHasEndedMeanwhile() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), StandardSignature.newSecret());
        outbox.notice("alert.opened");
        outbox.spread();
        receiver.answers(exchange -> {
            outbox.clock.pass(Outbox.LEASE.multipliedBy(2));
            exchange.sendResponseHeaders(200, -1);
        });

        outbox.deliverer(way).round();

        assertThat(outbox.deliveries()).containsExactly("delivered");
    }

    @Test
    void sendsNothingTwiceAfterASuccessThoughManySendAtOnce() throws Exception {
        for (int channel = 0; channel < 5; channel++) {
            outbox.channel(ChannelKind.WEBHOOK, receiver.address() + "/" + channel, StandardSignature.newSecret());
        }
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            ids.add(outbox.notice("alert.opened"));
        }

        ExecutorService replicas = Executors.newFixedThreadPool(6);
        List<Future<?>> work = new ArrayList<>();
        for (int replica = 0; replica < 6; replica++) {
            String sender = "replica-" + replica;
            work.add(replicas.submit(() -> {
                new Spread(outbox.database(), outbox.clock, outbox.meters).round();
                Deliverer deliverer = new Deliverer(
                        outbox.database(),
                        way,
                        outbox.clock,
                        Outbox.LEASE,
                        sender,
                        outbox.meters,
                        new SplittableRandom());
                while (deliverer.round()) {
                    // until nothing is due
                }
                return null;
            }));
        }
        for (Future<?> each : work) {
            each.get();
        }
        replicas.shutdown();

        assertThat(receiver.ids()).hasSize(200);
        for (String id : ids) {
            assertThat(receiver.ids().stream().filter(id::equals)).hasSize(5);
        }
        assertThat(outbox.rows("select state, count(*) from delivery group by state"))
                .containsExactly("delivered 200");
        assertThat(outbox.counted("spread", ChannelKind.WEBHOOK)).isEqualTo(200);
        assertThat(outbox.counted("delivered", ChannelKind.WEBHOOK)).isEqualTo(200);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The receiver has it; the process is no more. */
    private record DyingAfterwards(Way way) implements Way {
        @Override
        public ChannelKind kind() {
            return way.kind();
        }

        @Override
        public int atOnce() {
            return way.atOnce();
        }

        @Override
        public List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
            assertThat(way.send(channel, parcels)).allMatch(sent -> sent.fate() == Sent.Fate.DELIVERED);
            throw new Killed();
        }
    }
}
