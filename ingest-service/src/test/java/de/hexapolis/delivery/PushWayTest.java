package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.servers.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PushWayTest extends WayContract {
    @TempDir
    Path folder;

    private final HttpReceiver service = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofSeconds(2));
    private Browser browser;

    @BeforeEach
    void subscribe() throws Exception {
        browser = new Browser();
    }

    @AfterEach
    void close() {
        service.close();
        http.close();
    }

    @Override
    Way way() throws Exception {
        return new PushWay(http, new VapidKeys(new PushKeys(folder)));
    }

    @Override
    Channel channel() {
        return to(service.address());
    }

    @Override
    List<String> arrived() throws Exception {
        List<String> ids = new ArrayList<>();
        for (HttpReceiver.Request request : service.requests) {
            ids.add(new ObjectMapper()
                    .readTree(browser.decrypt(request.body()))
                    .path("id")
                    .asText());
        }
        return ids;
    }

    @Override
    List<Channel> hopeless() {
        return List.of(to("http://127.0.0.1:%d/".formatted(FreePort.find())), to("http://192.168.1.1/"));
    }

    private Channel to(String address) {
        return Parcels.channel(ChannelKind.PUSH, address, Optional.of(browser.secret()));
    }
}
