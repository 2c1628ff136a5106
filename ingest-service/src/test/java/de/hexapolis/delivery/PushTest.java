package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.delivery.HttpReceiver.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A push service of the test's own, behind which a browser decrypts; real ones cannot be reached from here. */
class PushTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final Outbox outbox = new Outbox();

    @TempDir
    Path folder;

    private final HttpReceiver service = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofSeconds(2));
    private PushKeys keys;
    private Browser browser;
    private Way way;

    @BeforeEach
    void subscribe() throws Exception {
        keys = new PushKeys(folder);
        browser = new Browser();
        way = new PushWay(http, new VapidKeys(keys));
        outbox.channel(ChannelKind.PUSH, service.address(), browser.secret(), "'nord'", "{\"language\": \"en\"}");
    }

    @AfterEach
    void close() {
        service.close();
        http.close();
    }

    @Test
    void pushesWhatTheBrowserAloneCanRead() throws Exception {
        service.answers(201);
        long alert = outbox.alert();
        String id = outbox.notice("alert.opened", alert, 3);

        outbox.deliver(way);

        Request request = service.requests.get(0);
        JsonNode message = JSON.readTree(browser.decrypt(request.body()));
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.path("title").asText()).isEqualTo("New: Bin full");
        assertThat(message.path("body").asText()).isEqualTo("Ringstraße 7, B-0001");
        assertThat(message.path("url").asText()).startsWith("/orders/");
        assertThat(request.header("content-encoding")).isEqualTo("aes128gcm");
        assertThat(request.header("urgency")).isEqualTo("high");
        assertThat(request.header("ttl")).isEqualTo("14400");
        assertThat(request.header("topic")).isEqualTo("alerts-" + alert);
        assertThat(outbox.deliveries()).containsExactly("delivered");
    }

    @Test
    void isKnownToThePushServiceByItsKey() throws Exception {
        service.answers(201);
        outbox.notice("alert.opened");

        outbox.deliver(way);

        String authorization = service.requests.get(0).header("authorization");
        String token = authorization.replaceAll("vapid t=([^,]+),.*", "$1");
        String key = authorization.replaceAll(".*k=(.+)", "$1");
        assertThat(Base64.getUrlDecoder().decode(key)).isEqualTo(Browser.point(keys.open));
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(keys.open);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1))))
                .isTrue();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(claims.path("aud").asText()).isEqualTo(service.address().replace("/hook", ""));
        assertThat(claims.path("sub").asText()).isEqualTo("mailto:it@fulda.example");
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                .isBefore(Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    void endsASubscriptionThatNobodyRenewsForAMonth() throws Exception {
        outbox.notice("alert.opened");
        outbox.spread();

        assertThat(ended()).isZero();
        assertThat(outbox.rows("select channel_id from channel")).hasSize(1);
        outbox.clock.pass(Duration.ofDays(31));
        assertThat(ended()).isEqualTo(1);

        assertThat(outbox.rows("select channel_id from channel")).isEmpty();
    }

    private int ended() throws SQLException {
        return Transactions.in(
                outbox.database(), connection -> EndOldSubscriptions.on(connection, outbox.clock.instant()));
    }

    @Test
    void forgetsASubscriptionThatIsNoMore() throws Exception {
        service.answers(410);
        outbox.notice("alert.opened");

        outbox.deliver(way);

        assertThat(outbox.rows("select channel_id from channel")).isEmpty();
        assertThat(outbox.deliveries()).isEmpty();
        assertThat(outbox.counted("given.up", ChannelKind.PUSH)).isEqualTo(1);
    }
}
