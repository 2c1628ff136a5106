package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.delivery.AllowedAddress.Forbidden;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets the platform to write to where only the platform can. */
class PrivateAddressesAreRefusedTest {
    @TempDir
    Path folder;

    private static final AllowedAddress OPEN = new AllowedAddress(AllowedNetworks.none("hexapolis.webhooks.allow"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1.2.3/",
                "https://localhost/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://169.254.169.254/latest/meta-data",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.8/",
                "https://192.0.2.7/",
                "https://192.168.178.1/",
                "https://198.18.0.1/",
                "https://198.51.100.9/",
                "https://203.0.113.9/",
                "https://224.0.0.251/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "http://93.184.215.14/",
                "https://93.184.215.14:22/",
                "https://93.184.215.14:5432/",
                "https://user@93.184.215.14/",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "mailto:someone@example.org"
            })
    void refusesWhatIsNotOnTheOpenInternet(String address) {
        assertThatThrownBy(() -> OPEN.check(URI.create(address), 0)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.215.14/",
                "https://100.63.255.255/",
                "https://172.32.0.1/hook?a=b",
                "https://93.184.215.14:8443/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void letsTheOpenInternetPass(String address) {
        assertThatCode(() -> OPEN.check(URI.create(address), 0)).doesNotThrowAnyException();
    }

    @Test
    void refusesANameOfWhichOneAddressIsInside() {
        AllowedAddress names = new AllowedAddress(AllowedNetworks.none("hexapolis.webhooks.allow"), host ->
                new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> names.check(URI.create("https://hooks.example.org/"), 0))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("hooks.example.org");
    }

    @Test
    void letsTheOperatorAllowHostsAndNetworksWithAnyPort() throws Exception {
        AllowedAddress names = new AllowedAddress(
                AllowedNetworks.of("hexapolis.webhooks.allow", List.of("tickets.fulda.lan", "10.1.0.0/16", "fd00::/8")),
                host -> new InetAddress[] {InetAddress.getByName(host.endsWith("lan") ? "192.168.7.7" : host)});

        assertThat(names.check(URI.create("http://tickets.fulda.lan:9000/"), 0).port())
                .isEqualTo(9000);
        assertThat(names.check(URI.create("http://10.1.255.1/"), 0).tls()).isFalse();
        assertThat(names.check(URI.create("https://[fd12::1]/"), 0).tls()).isTrue();
        assertThatThrownBy(() -> names.check(URI.create("http://10.2.0.1/"), 0)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> names.check(URI.create("http://other.fulda.lan/"), 0))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/33", "http://10.1.0.1", "10.1.0.0/16/2", "*", "300.1.1.1/8"})
    void doesNotStartWithASettingThatIsNone(String entry) {
        assertThatThrownBy(() -> AllowedNetworks.of("hexapolis.webhooks.allow", List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hexapolis.webhooks.allow");
    }

    /** Anybody who may sign in can name a push service. */
    @Test
    void allowsNoPushServiceInsideThoughWebhooksMayGoThere() throws Exception {
        WebhookSettings webhooks = new WebhookSettings() {
            @Override
            public Optional<List<String>> allow() {
                return Optional.of(List.of("127.0.0.0/8"));
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(2);
            }
        };
        PushSettings push = new PushKeys(folder);
        AllowedReceivers receivers = AllowedReceivers.of(webhooks, push);
        URI inside = URI.create("https://127.0.0.1/abc");

        assertThat(receivers.of("webhook").check(inside, 0).port()).isEqualTo(443);
        assertThatThrownBy(() -> receivers.of("push").check(inside, 0))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("hexapolis.push.allow");
    }

    @Test
    void waitsForNoNameServerLongerThanItsPatience() {
        CountDownLatch never = new CountDownLatch(1);
        AllowedAddress slow = new AllowedAddress(
                AllowedNetworks.none("hexapolis.webhooks.allow"),
                new BoundedNames(
                        host -> {
                            awaitUninterruptibly(never);
                            throw new UnknownHostException(host);
                        },
                        100));
        long began = System.nanoTime();

        assertThatThrownBy(() -> slow.check(URI.create("https://slow.invalid/"), 0))
                .isInstanceOf(UnknownHostException.class);
        assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(5).toNanos());
        never.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name leads to an allowed receiver when it is judged, and elsewhere when somebody else would look it up. */
    @Test
    void connectsToTheVeryAddressThatWasJudgedThoughTheNameChangesItsMind() throws Exception {
        try (HttpReceiver judged = new HttpReceiver()) {
            AtomicInteger looks = new AtomicInteger();
            AllowedAddress fickle = new AllowedAddress(
                    AllowedNetworks.of("hexapolis.webhooks.allow", List.of("127.0.0.0/8")), host -> new InetAddress[] {
                        InetAddress.getByName(looks.getAndIncrement() == 0 ? "127.0.0.1" : "10.255.255.1")
                    });
            URI port = URI.create(judged.address());
            Channel channel = Parcels.channel(
                    ChannelKind.WEBHOOK, "http://fickle.invalid:%d/".formatted(port.getPort()), Optional.empty());
            try (PinnedPost http =
                    new PinnedPost(SharedVertx.VERTX, fickle, Duration.ofSeconds(2), new HttpClientOptions())) {
                Way way = new WebhookWay(http, Clock.systemUTC());

                assertThat(way.send(channel, List.of(Parcels.alert(1))).get(0).fate())
                        .isEqualTo(Sent.Fate.DELIVERED);
                assertThat(looks).hasValue(1);
                Sent second = way.send(channel, List.of(Parcels.alert(1))).get(0);

                assertThat(second.fate()).isEqualTo(Sent.Fate.TRY_AGAIN);
                assertThat(second.why()).contains("not on the open internet");
                assertThat(judged.requests).hasSize(1);
                assertThat(judged.requests.get(0).header("host")).startsWith("fickle.invalid");
            }
        }
    }
}
