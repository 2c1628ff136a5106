package de.hexapolis.delivery;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mails, text only. Several notices that were due at one instant, as a digest, are one mail. The mail's id comes of the
 * notices' ids, so that a mailbox can tell what it has already. Thread-safe.
 */
final class MailWay implements Way {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern REPLY_CODE = Pattern.compile("\\b[45][0-5][0-9]\\b");

    private final MailClient mail;
    private final MailSettings settings;

    /** Outside of its event loop the client listens too late, and may miss a greeting that comes at once. */
    private final Context loop;

    MailWay(Vertx vertx, MailClient mail, MailSettings settings) {
        this.loop = vertx.getOrCreateContext();
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public int atOnce() {
        return 200;
    }

    @Override
    public List<Sent> send(Channel channel, List<Parcel> parcels) throws InterruptedException {
        return Collections.nCopies(parcels.size(), sendOne(channel, parcels));
    }

    private Sent sendOne(Channel channel, List<Parcel> parcels) throws InterruptedException {
        if (settings.from().isEmpty()) {
            return Sent.tryAgain("hexapolis.mail.from is not set");
        }
        try {
            post(message(channel, parcels, settings.from().get())).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Sent.delivered();
        } catch (ExecutionException failed) {
            return Sent.tryAgain(describe(failed));
        } catch (TimeoutException slow) {
            return Sent.tryAgain("the mail server did not take it within %d s".formatted(PATIENCE.toSeconds()));
        }
    }

    private CompletableFuture<?> post(MailMessage message) {
        CompletableFuture<Object> taken = new CompletableFuture<>();
        loop.runOnContext(now -> {
            try {
                mail.sendMail(message).onSuccess(taken::complete).onFailure(taken::completeExceptionally);
            } catch (RuntimeException defect) {
                taken.completeExceptionally(defect);
            }
        });
        return taken;
    }

    /** The server's reply code (RFC 5321) at most: what stands behind it names the recipient. */
    private static String describe(ExecutionException failed) {
        Matcher code = REPLY_CODE.matcher(String.valueOf(failed.getCause()));
        return code.find() ? "the mail server answered " + code.group() : "the mail server could not be reached";
    }

    private MailMessage message(Channel channel, List<Parcel> parcels, String from) {
        Locale language = channel.wishes().language();
        MailMessage message = new MailMessage()
                .setFrom(from)
                .setTo(channel.address())
                .setSubject(subject(parcels, language))
                .setText(parcels.stream().map(parcel -> entry(parcel, language)).collect(Collectors.joining("\n")));
        message.setHeaders(MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", "<%s@%s>".formatted(id(parcels), host(from)))
                .add("Auto-Submitted", "auto-generated"));
        return message;
    }

    private static String subject(List<Parcel> parcels, Locale language) {
        Parcel worst = parcels.stream()
                .reduce((one, other) -> one.urgency().isAtLeast(other.urgency()) ? one : other)
                .orElseThrow();
        String urgency = Wording.urgency(worst, language);
        String title = parcels.size() == 1
                ? Wording.title(worst, language)
                : (language.equals(Locale.GERMAN) ? "%d Meldungen" : "%d notices").formatted(parcels.size());
        return urgency.isEmpty() ? title : "[%s] %s".formatted(urgency, title);
    }

    private String entry(Parcel parcel, Locale language) {
        String place = Wording.place(parcel);
        StringBuilder text = new StringBuilder(Wording.title(parcel, language)).append('\n');
        if (!place.isEmpty()) {
            text.append(place).append('\n');
        }
        settings.pages().ifPresent(pages -> text.append(pages.replaceAll("/+$", ""))
                .append(Wording.path(parcel))
                .append('\n'));
        return text.toString();
    }

    /** The notice's own id, or one that is made of all of theirs. */
    private static UUID id(List<Parcel> parcels) {
        if (parcels.size() == 1) {
            return parcels.get(0).id();
        }
        String all =
                parcels.stream().map(parcel -> parcel.id().toString()).sorted().collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII));
    }

    private static String host(String from) {
        return from.replaceAll(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    }
}
