package de.hexapolis.delivery;

import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.mail.MailClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The ways there are, made of the settings. Thread-safe. */
@ApplicationScoped
class Ways {
    private final RetainedPublisher publisher;
    private final PinnedPost http;
    private final PinnedPost pushing;
    private final List<Way> all;

    Ways(
            RetainedPublisher publisher,
            Vertx vertx,
            MailClient mail,
            PlatformClock clock,
            WebhookSettings webhooks,
            MailSettings mails,
            PushSettings push) {
        this.publisher = publisher;
        AllowedReceivers allowed = AllowedReceivers.of(webhooks, push);
        Duration patience = checked(webhooks.patience());
        this.http = new PinnedPost(vertx, allowed.webhooks(), patience, new HttpClientOptions());
        this.pushing = new PinnedPost(vertx, allowed.push(), patience, new HttpClientOptions());
        this.all = List.of(
                new MqttWay(publisher, clock),
                new WebhookWay(http, Clock.systemUTC()),
                new MailWay(vertx, mail, mails),
                new PushWay(pushing, new VapidKeys(push)));
    }

    List<Way> all() {
        return all;
    }

    /** After those who send through them. */
    void stop(@Observes @Priority(20) ShutdownEvent event) {
        http.close();
        pushing.close();
        publisher.close();
    }

    /** With a lease of a minute, a round must be over before. */
    private static Duration checked(Duration patience) {
        if (patience.compareTo(Duration.ofSeconds(1)) < 0 || patience.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException(
                    "hexapolis.webhooks.patience: '%s' is not from PT1S to PT30S".formatted(patience));
        }
        return patience;
    }
}
