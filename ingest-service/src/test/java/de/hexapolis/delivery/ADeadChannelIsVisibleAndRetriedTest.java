package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ADeadChannelIsVisibleAndRetriedTest {
    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final HttpReceiver dead = new HttpReceiver();
    private final HttpReceiver healthy = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofSeconds(2));
    private final Way way = new WebhookWay(http, Clock.systemUTC());

    @AfterEach
    void close() {
        dead.close();
        healthy.close();
        http.close();
    }

    @Test
    void showsSinceWhenAndWhyItFailsAndThatItWorksAgain() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, dead.address(), StandardSignature.newSecret());
        dead.answers(503);
        String first = outbox.notice("alert.opened");
        outbox.deliver(way);
        outbox.clock.pass(Duration.ofHours(2));
        String second = outbox.notice("alert.opened");
        outbox.deliver(way);

        assertThat(outbox.row("select state, failing_since at time zone 'UTC', last_error from channel"))
                .isEqualTo("failing 2026-07-01 08:00:00 answered 503");
        CountDeliveriesOf.now(outbox);
        assertThat(outbox.registry
                        .get("hexapolis.channels.failing")
                        .tag("kind", "webhook")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(outbox.registry
                        .get("hexapolis.deliveries.waiting")
                        .tag("kind", "webhook")
                        .gauge()
                        .value())
                .isEqualTo(2);

        dead.answers(200);
        dead.requests.clear();
        outbox.clock.pass(Duration.ofHours(1));
        outbox.deliver(way);

        assertThat(dead.ids()).containsExactlyInAnyOrder(first, second);
        assertThat(outbox.row("select state, failing_since, last_error from channel"))
                .isEqualTo("active null null");
        assertThat(outbox.deliveries()).containsExactly("delivered", "delivered");
    }

    @Test
    void holdsUpNeitherOtherChannelsNorItsOwnOtherNotices() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, dead.address(), StandardSignature.newSecret());
        outbox.channel(ChannelKind.WEBHOOK, healthy.address(), StandardSignature.newSecret());
        String poison = outbox.notice("alert.opened");
        List<String> others = List.of(outbox.notice("alert.opened"), outbox.notice("alert.opened"));
        dead.answers(exchange -> {
            boolean refused =
                    exchange.getRequestHeaders().getFirst("webhook-id").equals(poison);
            exchange.sendResponseHeaders(refused ? 500 : 200, -1);
        });

        outbox.deliver(way);

        assertThat(healthy.ids()).hasSize(3);
        assertThat(dead.ids()).containsAll(others);
        assertThat(outbox.rows("select count(*) from delivery where state = 'waiting'"))
                .containsExactly("1");
    }

    @Test
    void isNotTriedMoreOftenTheLongerItIsDead() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, dead.address(), StandardSignature.newSecret());
        dead.answers(500);
        outbox.notice("alert.opened");
        for (int minute = 0; minute < 10 * 60; minute++) {
            outbox.deliver(way);
            outbox.clock.pass(Duration.ofMinutes(1));
        }

        assertThat(dead.requests.size()).isBetween(12, 100);
    }

    /** Takes the figures that the service takes each ten seconds. */
    private static final class CountDeliveriesOf {
        static void now(Outbox outbox) throws java.sql.SQLException {
            Transactions.in(outbox.database(), connection -> {
                CountDeliveries.on(connection, outbox.meters);
                return true;
            });
        }
    }
}
