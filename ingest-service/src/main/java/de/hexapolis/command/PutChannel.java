package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.delivery.AllowedReceivers;
import de.hexapolis.delivery.PushSettings;
import de.hexapolis.delivery.StandardSignature;
import de.hexapolis.delivery.TestNotice;
import de.hexapolis.delivery.WebhookSettings;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code put-channel}. Without {@code id}, it creates the channel: {@code city, kind, name, address}; optional
 * {@code crew, settings}, for push {@code keys} and {@code owner}. With {@code id}, it changes what the body says of name,
 * address, settings, {@code enabled}, {@code new_secret}; or {@code delete}s it, or sends it a {@code test}. A push
 * subscription is named by its address and owner instead of an id. A webhook's secret is in the result of the command
 * that makes it, for an hour, and nowhere else.
 */
@ApplicationScoped
class PutChannel implements CommandHandler {
    private final PlatformClock clock;
    private final AllowedReceivers addresses;

    @Inject
    PutChannel(PlatformClock clock, WebhookSettings webhooks, PushSettings push) {
        this(clock, AllowedReceivers.of(webhooks, push));
    }

    PutChannel(PlatformClock clock, AllowedReceivers addresses) {
        this.clock = clock;
        this.addresses = addresses;
    }

    @Override
    public String kind() {
        return "put-channel";
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal {
        Body body = new Body(command.body())
                .knowing(
                        "id",
                        "city",
                        "crew",
                        "kind",
                        "name",
                        "address",
                        "settings",
                        "keys",
                        "owner",
                        "enabled",
                        "new_secret",
                        "delete",
                        "test");
        Instant now = clock.instant();
        Optional<Long> id = body.id("id");
        if (id.isPresent()) {
            return change(connection, command, body, id.get(), now);
        }
        if (body.flag("delete", false)) {
            return unsubscribe(connection, command, body);
        }
        return create(connection, command, body, now);
    }

    private Answer create(Connection connection, Command command, Body body, Instant now) throws SQLException, Refusal {
        ChannelBody channel = ChannelBody.of(command, body, addresses);
        checkCrew(connection, body, channel);
        boolean isPush = channel.kind().equals("push");
        if (!isPush) {
            refuseASecond(connection, channel, 0);
        }
        if (WriteChannel.hasTooMany(connection, channel)) {
            throw new Refusal(CommandProblem.of(409, "too-many-channels", "delete some that nobody needs any more"));
        }
        Optional<String> secret = channel.kind().equals("webhook")
                ? Optional.of(StandardSignature.newSecret())
                : channel.keys().map(JsonNode::toString);
        WriteChannel.Written written = WriteChannel.insert(connection, channel, secret, now);
        return answer(connection, written.id(), written.created(), isPush ? Optional.empty() : secret);
    }

    private Answer change(Connection connection, Command command, Body body, long id, Instant now)
            throws SQLException, Refusal {
        JsonNode row = WriteChannel.locked(connection, id)
                .orElseThrow(
                        () -> new Refusal(CommandProblem.of(404, "not-found", "there is no channel %d".formatted(id))));
        if (!row.hasNonNull("city") && command.city().isPresent()) {
            throw new Refusal(CommandProblem.of(403, "forbidden", "channel %d is the operator's".formatted(id)));
        }
        CityRight.checkRow(command, row);
        if (body.flag("delete", false)) {
            WriteChannel.delete(connection, id);
            return new Answer.Done(Map.of("deleted", true));
        }
        if (body.flag("test", false)) {
            return test(connection, row, id, now);
        }
        ChannelBody channel = ChannelBody.changed(row, body, addresses);
        refuseASecond(connection, channel, id);
        boolean isWebhook = channel.kind().equals("webhook");
        Optional<String> secret = isWebhook && body.flag("new_secret", false)
                ? Optional.of(StandardSignature.newSecret())
                : Optional.empty();
        boolean enabled = body.flag("enabled", !row.path("state").asText().equals("disabled"));
        WriteChannel.update(connection, id, channel, secret, enabled, now);
        return answer(connection, id, false, secret);
    }

    /** What becomes of it is told with the channel and among deliveries. */
    private static Answer test(Connection connection, JsonNode row, long id, Instant now) throws SQLException, Refusal {
        if (row.path("state").asText().equals("disabled")) {
            throw new Refusal(CommandProblem.of(409, "channel-disabled", "switch channel %d on first".formatted(id)));
        }
        UUID notice = TestNotice.on(connection, id, now)
                .orElseThrow(() -> new Refusal(CommandProblem.of(
                        409,
                        "tested-just-now",
                        "channel %d was tried within the last minute, or there is no city yet".formatted(id))));
        return new Answer.Done(Map.of("channel", id, "notice", notice.toString()));
    }

    /** @param id of the channel itself; 0: it is not there yet */
    private static void refuseASecond(Connection connection, ChannelBody channel, long id)
            throws SQLException, Refusal {
        Optional<JsonNode> same = WriteChannel.same(connection, channel);
        if (same.isPresent() && same.get().path("id").asLong() != id) {
            throw new Refusal(CommandProblem.of(
                    409,
                    "channel-exists",
                    "there is such a channel to '%s' already: %d, '%s'"
                            .formatted(
                                    channel.address(),
                                    same.get().path("id").asLong(),
                                    same.get().path("name").asText())));
        }
    }

    /** Twice is as good as once. */
    private static Answer unsubscribe(Connection connection, Command command, Body body) throws SQLException, Refusal {
        String owner = body.required("owner");
        int subscriptions = WriteChannel.unsubscribe(connection, ChannelBody.longText(command, "address"), owner);
        return new Answer.Done(Map.of("deleted", subscriptions > 0));
    }

    private static void checkCrew(Connection connection, Body body, ChannelBody channel) throws SQLException, Refusal {
        if (channel.city().isPresent()
                && !RowsAsJson.has(connection, RowsAsJson.CITY, channel.city().get())) {
            throw body.refusal(
                    "city", "there is no city '%s'".formatted(channel.city().get()));
        }
        boolean isOfACrew = channel.crew().isPresent() && !channel.crew().get().equals("staff");
        if (isOfACrew
                && !RowsAsJson.has(
                        connection,
                        WriteChannel.CREW,
                        channel.city().orElse(""),
                        channel.crew().get())) {
            throw body.refusal(
                    "crew", "there is no crew '%s'".formatted(channel.crew().get()));
        }
    }

    private static Answer answer(Connection connection, long id, boolean created, Optional<String> secret)
            throws SQLException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("created", created);
        result.put("channel", RowsAsJson.one(connection, WriteChannel.CHANNEL, Long.toString(id)));
        secret.ifPresent(text -> result.put("secret", text));
        return new Answer.Done(result);
    }
}
