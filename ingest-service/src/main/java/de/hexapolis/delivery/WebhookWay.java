package de.hexapolis.delivery;

import de.hexapolis.delivery.PinnedPost.Answer;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts CloudEvents, signed by Standard Webhooks: 2xx means that the receiver has it, 410 that it wants no more. */
final class WebhookWay implements Way {
    private final PinnedPost http;
    private final Clock realTime;

    /** @param realTime of signatures: receivers live by it, whatever the platform's clock says */
    WebhookWay(PinnedPost http, Clock realTime) {
        this.http = http;
        this.realTime = realTime;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public int atOnce() {
        return 4;
    }

    @Override
    public List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Parcel parcel : parcels) {
            answers.add(post(channel, parcel));
        }
        List<Sent> sent = new ArrayList<>();
        for (CompletableFuture<Answer> answer : answers) {
            sent.add(Answers.await(answer, WebhookWay::meaning));
        }
        return sent;
    }

    private CompletableFuture<Answer> post(Channel channel, Parcel parcel) {
        byte[] body = CloudEvent.of(parcel);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CloudEvent.MEDIA_TYPE);
        headers.put("User-Agent", "Hexapolis");
        channel.secret()
                .ifPresent(secret ->
                        headers.putAll(StandardSignature.headers(secret, parcel.id(), realTime.instant(), body)));
        try {
            return http.post(URI.create(channel.address()), headers, body, parcel.attempts());
        } catch (IllegalArgumentException notOne) {
            return CompletableFuture.failedFuture(notOne);
        }
    }

    private static Sent meaning(Answer answer) {
        if (Answers.isSuccess(answer)) {
            return Sent.delivered();
        }
        return answer.status() == 410 ? Sent.gone("answered 410: wants no more") : Answers.tryAgain(answer);
    }
}
