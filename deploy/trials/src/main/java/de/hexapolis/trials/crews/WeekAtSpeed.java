package de.hexapolis.trials.crews;

import de.hexapolis.trials.receivers.Hearing;
import de.hexapolis.trials.receivers.LiveReceiver;
import de.hexapolis.trials.receivers.TopicReceiver;
import de.hexapolis.trials.receivers.WebhookReceiver;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.Packs;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.TrialRules;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The six demo cities with their crews over a week, in minutes, while replicas of ingest, query-service and the simulator are killed
 * with -9 at seeded moments. Afterwards each true episode has exactly one alert, and whatever was to be told was heard. One thread.
 *
 * @param replicas of ingest-service
 * @param whole a week at 400 times real time and 20 kills, else a day at 300 times and 6
 */
public record WeekAtSpeed(Checkout checkout, Path folder, int replicas, boolean whole, long seed) {
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(5);
    private static final Duration CONNECTS_WITHIN = Duration.ofMinutes(1);
    /** A platform's day is 216 seconds: a notice is given up after one, and readings further back are judged no more. */
    private static final double WEEK_RATE = 400;

    private static final double DAY_RATE = 300;
    private static final String OVERDUE = "select count(*) from timer where due_at < '%s'";
    private static final String REOPENED = "select count(*) from alert where reopened > 0";
    private static final String OUTCOMES = "select count(*) from alert where state = '%s'";

    public List<Check> run() throws Exception {
        Span span = whole
                ? new Span(Instant.now(), Duration.ofDays(7), WEEK_RATE)
                : new Span(Instant.now(), Duration.ofDays(1), DAY_RATE);
        Map<String, String> settings = new HashMap<>(span.clock());
        settings.put("HEXAPOLIS_WEBHOOKS_ALLOW", "127.0.0.1/32");
        try (World world = World.open(checkout, World.Folders.below(folder), replicas, Optional.empty(), settings)) {
            Service query = world.newQueryService();
            query.start();
            String operator = world.platform().token("operator", "[]");
            return listenWhile(world, query, span, operator);
        }
    }

    private List<Check> listenWhile(World world, Service query, Span span, String operator) throws Exception {
        try (WebhookReceiver webhook = WebhookReceiver.open();
                TopicReceiver topics = new TopicReceiver(world.broker().address());
                LiveReceiver live = new LiveReceiver(query.address("/api/v1/live"), operator).start()) {
            TrialRules.addWebhook(world, webhook.address().toString());
            Patience.until("the live stream is open", CONNECTS_WITHIN, live::isConnected);
            Packs.load(checkout, query, operator);
            TrialRules.blameNoClock(world);
            Map<String, Hearing> byKind = new LinkedHashMap<>();
            byKind.put("webhook", webhook.hearing());
            byKind.put("mqtt", topics.hearing());
            return week(world, query, span, new DeliveryCheck(world, byKind, live.hearing()));
        }
    }

    private List<Check> week(World world, Service query, Span span, DeliveryCheck deliveries) throws Exception {
        Instant from = span.now();
        try (SimulatedTown town = new SimulatedTown(world, query, span, seed)) {
            Kills kills = new Kills(world, query, town, span, new SplittableRandom(seed));
            long begun = System.nanoTime();
            kills.strike(whole ? 20 : 6, span.inRealTime());
            Thread.sleep(Math.max(0, span.inRealTime().toMillis() - (System.nanoTime() - begun) / 1_000_000));
            town.stop();
            Instant until = span.now();
            boolean settled = Patience.reached(SETTLES_WITHIN, () -> isSettled(world, deliveries, span));
            List<Check> checks = new ArrayList<>();
            checks.add(Check.figure(
                    "platform time", (double) Duration.between(from, until).toHours(), "h"));
            checks.add(Check.figure("programs killed", kills.count(), ""));
            checks.add(new Check("all settled", settled ? "yes" : "no", "yes", settled));
            checks.addAll(new EpisodeCheck(town.episodes(from, until), ToldAlert.read(world), kills.gaps())
                    .checks(from, until));
            checks.addAll(deliveries.checks(anHourAgo(span)));
            checks.add(Check.equal("timers overdue", overdue(world, span), 0));
            for (String state : List.of("verified", "done", "not_possible", "withdrawn", "open", "notified")) {
                checks.add(Check.figure("alerts " + state, (double) number(world, OUTCOMES.formatted(state)), ""));
            }
            checks.add(Check.figure("alerts reopened", (double) number(world, REOPENED), ""));
            return checks;
        }
    }

    private static boolean isSettled(World world, DeliveryCheck deliveries, Span span) throws SQLException {
        return deliveries.isQuiet(anHourAgo(span)) && overdue(world, span) == 0;
    }

    private static long overdue(World world, Span span) throws SQLException {
        return number(world, OVERDUE.formatted(anHourAgo(span)));
    }

    /** A look of the timekeeper, and a try to deliver, are some platform minutes at speed. */
    private static Instant anHourAgo(Span span) {
        return span.now().minus(Duration.ofHours(1));
    }

    private static long number(World world, String sql) throws SQLException {
        return world.database().address().number(sql);
    }
}
