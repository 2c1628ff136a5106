package de.hexapolis.delivery;

import de.hexapolis.servers.FreePort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

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
}
