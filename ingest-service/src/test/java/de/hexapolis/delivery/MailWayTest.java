package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.servers.FreePort;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailWayTest extends WayContract {
    private final SmtpServer server = new SmtpServer();
    private final Mailing mailing = new Mailing(server.port());
    private final Mailing nowhere = new Mailing(FreePort.find());
    private Way used = mailing.way;

    @AfterEach
    void close() {
        mailing.close();
        nowhere.close();
        server.close();
    }

    @Override
    Way way() {
        return used;
    }

    @Override
    Channel channel() {
        return Parcels.channel(ChannelKind.MAIL, "nord@fulda.example", Optional.empty());
    }

    @Override
    List<String> arrived() {
        return server.mails.stream()
                .map(mail -> mail.header("Message-ID").replaceAll("<(.*)@.*", "$1"))
                .toList();
    }

    @Override
    List<Channel> hopeless() {
        used = nowhere.way;
        return List.of(channel());
    }

    /** Else the client may miss a greeting that comes at once. */
    @Test
    void talksToTheServerOnAnEventLoop() throws InterruptedException {
        WhereCalled client = new WhereCalled();

        List<Sent> sent = new MailWay(SharedVertx.VERTX, client, new Mailing.Settings())
                .send(channel(), List.of(Parcels.alert(14)));

        assertThat(sent).extracting(Sent::fate).containsExactly(Sent.Fate.DELIVERED);
        assertThat(client.onEventLoop).containsExactly(true);
    }

    /** Takes every mail, and notes whether it was called on an event loop. */
    private static final class WhereCalled implements MailClient {
        final List<Boolean> onEventLoop = new CopyOnWriteArrayList<>();

        @Override
        public MailClient sendMail(MailMessage mail, Handler<AsyncResult<MailResult>> taken) {
            onEventLoop.add(Context.isOnEventLoopThread());
            taken.handle(Future.succeededFuture(new MailResult()));
            return this;
        }

        @Override
        public Future<MailResult> sendMail(MailMessage mail) {
            return Future.future(taken -> sendMail(mail, taken));
        }

        @Override
        public void close(Handler<AsyncResult<Void>> closed) {
            closed.handle(Future.succeededFuture());
        }
    }
}
