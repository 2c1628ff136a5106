package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.delivery.SmtpServer.Mail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails to a crew with a digest at noon and in the morning. It is 10:00 in Fulda. */
class MailDigestTest {
    private static final String DIGEST = "{\"digest\": {\"below\": \"urgent\", \"at\": [\"06:15\", \"12:00\"]}}";
    private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");

    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final SmtpServer server = new SmtpServer();
    private final Mailing mailing = new Mailing(server.port());

    @AfterEach
    void close() {
        mailing.close();
        server.close();
    }

    @Test
    void collectsWhatIsNotUrgentIntoOneMailAtTheNextTimeOfTheDigest() throws Exception {
        outbox.execute("update crew set document = '%s' where crew_id = 'nord'".formatted(DIGEST));
        outbox.channel(ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", "{}");
        outbox.notice("alert.opened");
        outbox.notice("alert.opened");
        outbox.deliver(mailing.way);
        outbox.notice("alert.opened");
        outbox.deliver(mailing.way);
        assertThat(server.mails).isEmpty();

        outbox.clock.set(NOON);
        outbox.deliver(mailing.way);

        assertThat(server.mails).hasSize(1);
        Mail mail = server.mails.get(0);
        assertThat(mail.to()).isEqualTo("nord@fulda.example");
        assertThat(mail.header("Subject")).isEqualTo("3 Meldungen");
        assertThat(mail.text()).contains("https://stadt.fulda.example/orders/");
        assertThat(outbox.deliveries()).containsOnly("delivered");
    }

    @Test
    void sendsWhatIsUrgentAtOnceWithTheNoticesId() throws Exception {
        outbox.channel(
                ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", DIGEST.replace("}}", "}, \"language\": \"en\"}"));
        String id = outbox.notice("alert.opened", outbox.alert(), 2);

        outbox.deliver(mailing.way);

        assertThat(server.mails).hasSize(1);
        assertThat(server.mails.get(0).header("Subject")).isEqualTo("[urgent] New: Bin full");
        assertThat(server.mails.get(0).header("Message-ID")).isEqualTo("<" + id + "@fulda.example>");
        assertThat(server.mails.get(0).header("From")).isEqualTo("hexapolis@fulda.example");
    }

    @Test
    void isOneMailWithOneIdThoughTheServerTookItNotAtFirst() throws Exception {
        outbox.channel(ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", DIGEST);
        outbox.notice("alert.opened");
        outbox.notice("alert.opened");
        outbox.spread();
        outbox.clock.set(NOON);
        server.answersToMails("451 later");
        outbox.deliver(mailing.way);
        assertThat(outbox.row("select state from channel")).isEqualTo("failing");
        assertThat(outbox.rows("select distinct not_before from delivery")).hasSize(1);

        server.answersToMails("250 taken");
        outbox.clock.pass(java.time.Duration.ofHours(1));
        outbox.deliver(mailing.way);

        assertThat(server.mails).hasSize(1);
        assertThat(server.mails.get(0).header("Subject")).isEqualTo("2 Meldungen");
        assertThat(outbox.deliveries()).containsOnly("delivered");
    }

    @Test
    void saysNothingOfWhatIsOverBeforeAnybodyWasTold() throws Exception {
        outbox.channel(ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", DIGEST);
        long over = outbox.alert();
        outbox.notice("alert.opened", over, 1);
        outbox.spread();
        outbox.close(over);
        outbox.notice("alert.closed", over, 1);
        outbox.spread();

        outbox.clock.set(NOON);
        outbox.deliver(mailing.way);

        assertThat(server.mails).isEmpty();
        assertThat(outbox.deliveries()).containsExactly("superseded", "superseded");
        assertThat(outbox.counted("superseded", ChannelKind.MAIL)).isEqualTo(2);
    }

    @Test
    void saysThatItIsOverToWhomItWasTold() throws Exception {
        outbox.channel(ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", "{}");
        long over = outbox.alert();
        outbox.notice("alert.opened", over, 1);
        outbox.deliver(mailing.way);
        outbox.close(over);
        outbox.notice("alert.closed", over, 1);

        outbox.deliver(mailing.way);

        assertThat(outbox.rows("select state, last_error from delivery order by notice_id"))
                .isEqualTo(List.of("delivered null", "delivered null"));
        assertThat(server.mails).hasSize(2);
    }
}
