package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of a notice of the crew nord, and what is marked when they have been. */
class SpreadTest {
    @RegisterExtension
    final Outbox outbox = new Outbox();

    @Test
    void tellsTheCrewItsCityAndTheBrokerButNobodyElse() throws Exception {
        outbox.execute(
                """
                insert into city (city_id, name, zone) values ('kassel', 'Kassel', 'Europe/Berlin');
                insert into channel (city_id, crew_id, kind, name, address, settings, state, changed_at) values
                    (null, null, 'mqtt', 'broker', 'v1', '{}', 'active', '2026-01-01Z'),
                    ('fulda', null, 'webhook', 'city', 'https://a', '{}', 'active', '2026-01-01Z'),
                    ('fulda', 'nord', 'webhook', 'crew', 'https://b', '{}', 'active', '2026-01-01Z'),
                    ('fulda', null, 'mail', 'whole city', 'a@b', '{"of": "all"}', 'active', '2026-01-01Z'),
                    ('fulda', null, 'mail', 'staff only', 'b@b', '{}', 'active', '2026-01-01Z'),
                    ('fulda', 'sued', 'webhook', 'other crew', 'https://c', '{}', 'active', '2026-01-01Z'),
                    ('kassel', null, 'webhook', 'other city', 'https://d', '{}', 'active', '2026-01-01Z'),
                    ('fulda', null, 'webhook', 'off', 'https://e', '{}', 'disabled', '2026-01-01Z'),
                    ('fulda', null, 'webhook', 'orders', 'https://f', '{"kinds": ["order"]}', 'active', '2026-01-01Z'),
                    ('fulda', null, 'webhook', 'urgent', 'https://g', '{"severity_from": "urgent"}', 'active',
                        '2026-01-01Z');
                """);
        outbox.notice("alert.opened");

        outbox.spread();
        outbox.spread();

        assertThat(outbox.rows("select c.name from delivery d join channel c using (channel_id) order by c.name"))
                .containsExactly("broker", "city", "crew", "whole city");
        assertThat(outbox.rows("select not_before = give_up_at - interval '24 hours' from delivery"))
                .containsOnly("t");
    }

    @Test
    void letsACrewSleepButNotWhatIsCritical() throws Exception {
        outbox.execute(
                """
                update crew set document = '{"shifts": [{"weekdays": ["mon", "tue", "wed", "thu", "fri"], "from": "06:00",
                    "until": "09:30"}]}' where crew_id = 'nord'
                """);
        outbox.channel(ChannelKind.PUSH, "https://push.example", "{}", "'nord'", "{}");
        outbox.notice("alert.opened", outbox.alert(), 1);
        outbox.notice("alert.opened", outbox.alert(), 3);

        outbox.spread();

        assertThat(outbox.rows("select not_before at time zone 'UTC' from delivery order by notice_id"))
                .containsExactly("2026-07-02 04:00:00", "2026-07-01 08:00:00");
    }

    @Test
    void marksAlertAndOrderNotifiedOnceSomebodyHasBeenTold() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, "https://a", "");
        outbox.notice("alert.opened");

        outbox.deliver(new Always(ChannelKind.WEBHOOK));

        assertThat(outbox.row("select state, notified_at at time zone 'UTC' from alert"))
                .isEqualTo("notified 2026-07-01 08:00:00");
        assertThat(outbox.row("select state from work_order")).isEqualTo("notified");
        assertThat(outbox.row("select action, from_state, to_state, actor from history"))
                .isEqualTo("notified open notified timer");
    }

    @Test
    void countsTheBrokerAsTellingOnlyWhereThereIsNoOtherChannel() throws Exception {
        outbox.channel(ChannelKind.MQTT, "v1", "");
        outbox.channel(ChannelKind.WEBHOOK, "https://a", "");
        outbox.notice("alert.opened");
        outbox.deliver(new Always(ChannelKind.MQTT));
        assertThat(outbox.row("select state from alert")).isEqualTo("open");

        outbox.execute("delete from channel where kind = 'webhook'");
        outbox.notice("order.opened", Long.parseLong(outbox.row("select alert_id from alert")), 1);
        outbox.clock.pass(Duration.ofSeconds(1));
        outbox.deliver(new Always(ChannelKind.MQTT));

        assertThat(outbox.row("select state from alert")).isEqualTo("notified");
    }

    @Test
    void givesUpWhatWaitsForAChannelThatIsSwitchedOffAndTheMetersAddUp() throws Exception {
        long off = outbox.channel(ChannelKind.WEBHOOK, "https://a", "");
        outbox.channel(ChannelKind.WEBHOOK, "https://b", "");
        outbox.notice("alert.opened");
        outbox.spread();
        outbox.execute("update channel set state = 'disabled' where channel_id = " + off);

        outbox.meters.givenUp(Transactions.in(outbox.database(), CloseDisabled::on));
        outbox.meters.givenUp(Transactions.in(outbox.database(), CloseDisabled::on));

        assertThat(outbox.rows("select state, last_error from delivery order by channel_id"))
                .containsExactly("given_up the channel is switched off", "waiting null");
        assertThat(outbox.registry
                        .get("hexapolis.deliveries.given.up")
                        .tag("kind", "webhook")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsAlertsThatAreOpenedAndClosedBySeverityOnce() throws Exception {
        long first = outbox.alert();
        outbox.notice("alert.opened", first, 1);
        outbox.notice("alert.changed", first, 2);
        outbox.notice("alert.opened", outbox.alert(), 1);
        outbox.notice("alert.closed", first, 2);

        outbox.spread();
        outbox.spread();

        assertThat(turns("opened", "warning")).isEqualTo(2);
        assertThat(turns("closed", "warning")).isZero();
        assertThat(turns("closed", "urgent")).isEqualTo(1);
    }

    private double turns(String turn, String severity) {
        return outbox.registry
                .get("hexapolis.alerts." + turn)
                .tag("severity", severity)
                .counter()
                .count();
    }

    @Test
    void leavesAnAlertAloneThatSomebodyHasAcknowledged() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, "https://a", "");
        outbox.notice("alert.opened");
        outbox.execute("update alert set state = 'acknowledged'");

        outbox.deliver(new Always(ChannelKind.WEBHOOK));

        assertThat(outbox.row("select state from alert")).isEqualTo("acknowledged");
        assertThat(outbox.rows("select * from history")).isEmpty();
    }

    /** A receiver that takes everything. */
    private record Always(ChannelKind kind) implements Way {
        @Override
        public int atOnce() {
            return 10;
        }

        @Override
        public List<Sent> send(Channel channel, List<Parcel> parcels) {
            return parcels.stream().map(parcel -> Sent.delivered()).toList();
        }
    }
}
