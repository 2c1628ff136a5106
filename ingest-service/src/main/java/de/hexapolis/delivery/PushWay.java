package de.hexapolis.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import de.hexapolis.delivery.PinnedPost.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Web Push (RFC 8030): the message is encrypted for the browser (RFC 8291, aes128gcm), and the push service knows us by our
 * VAPID key (RFC 8292). A newer word of an alert takes the place of an older one that the phone has not fetched.
 */
final class PushWay implements Way {
    private static final String FOUR_HOURS = "14400";
    private static final int LONGEST_TITLE = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PinnedPost http;
    private final VapidKeys keys;

    PushWay(PinnedPost http, VapidKeys keys) {
        this.http = http;
        this.keys = keys;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.PUSH;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (Parcel parcel : parcels) {
            sent.add(sendOne(channel, parcel));
        }
        return sent;
    }

    private Sent sendOne(Channel channel, Parcel parcel) throws InterruptedException {
        try {
            byte[] body = encrypted(channel, parcel).toBytes();
            URI endpoint = URI.create(channel.address());
            return Answers.await(
                    http.post(endpoint, headers(endpoint, parcel), body, parcel.attempts()), PushWay::meaning);
        } catch (VapidKeys.NoKeys missing) {
            return Sent.tryAgain(String.valueOf(missing.getMessage()));
        } catch (IllegalArgumentException | MessageEncryptionException unusable) {
            return Sent.refused("the subscription's keys or address are unusable");
        }
    }

    private static EncryptedPushMessage encrypted(Channel channel, Parcel parcel) {
        try {
            JsonNode secret = JSON.readTree(channel.secret().orElse("{}"));
            return MessageEncryptions.of()
                    .encrypt(
                            UserAgentMessageEncryptionKeyInfo.of(
                                    secret.path("p256dh").asText(),
                                    secret.path("auth").asText()),
                            PushMessage.ofUTF8(text(parcel, channel.wishes().language())));
        } catch (JsonProcessingException notOne) {
            throw new IllegalArgumentException("no keys", notOne);
        }
    }

    /** What the service worker of the page shows: a title, a place, where to answer. */
    private static String text(Parcel parcel, Locale language) throws JsonProcessingException {
        String title = Wording.title(parcel, language);
        return JSON.writeValueAsString(JsonNodeFactory.instance
                .objectNode()
                .put("id", parcel.id().toString())
                .put("title", title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title)
                .put("body", Wording.place(parcel))
                .put("severity", parcel.urgency().wireName())
                .put("url", Wording.path(parcel)));
    }

    private Map<String, String> headers(URI endpoint, Parcel parcel) throws VapidKeys.NoKeys {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", keys.authorizationFor(endpoint));
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Encoding", "aes128gcm");
        headers.put("TTL", FOUR_HOURS);
        headers.put("Urgency", parcel.urgency().isAtLeast(Urgency.CRITICAL) ? "high" : "normal");
        headers.put("Topic", topic(parcel));
        return headers;
    }

    /** 32 characters at most, of base64url; the subject is hidden from nobody who could not see it anyway. */
    private static String topic(Parcel parcel) {
        String text = parcel.subject().replaceAll("[^a-z0-9]", "-");
        return text.getBytes(StandardCharsets.US_ASCII).length > 32 ? text.substring(text.length() - 32) : text;
    }

    private static Sent meaning(Answer answer) {
        if (Answers.isSuccess(answer)) {
            return Sent.delivered();
        }
        return switch (answer.status()) {
            case 404, 410 -> Sent.gone("the subscription is no more: answered " + answer.status());
            case 413 -> Sent.refused("too large for the push service");
            default -> Answers.tryAgain(answer);
        };
    }
}
