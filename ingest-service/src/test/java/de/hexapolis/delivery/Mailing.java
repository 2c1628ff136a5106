package de.hexapolis.delivery;

import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import java.util.Optional;

/** Mails to a server of the test's own, each on a new connection. */
final class Mailing implements AutoCloseable {
    final Way way;
    private final MailClient client;

    Mailing(int port) {
        client = MailClient.create(
                SharedVertx.VERTX,
                new MailConfig().setHostname("127.0.0.1").setPort(port).setKeepAlive(false));
        way = new MailWay(SharedVertx.VERTX, client, new Settings());
    }

    @Override
    public void close() {
        client.close();
    }

    static final class Settings implements MailSettings {
        @Override
        public Optional<String> from() {
            return Optional.of("hexapolis@fulda.example");
        }

        @Override
        public Optional<String> pages() {
            return Optional.of("https://stadt.fulda.example/");
        }
    }
}
