package de.hexapolis.trials.bench;

import de.hexapolis.trials.receivers.Hearing;
import de.hexapolis.trials.receivers.LiveReceiver;
import de.hexapolis.trials.receivers.TopicReceiver;
import de.hexapolis.trials.receivers.WebhookReceiver;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Messenger;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.TrialRules;
import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * At 1,000 messages a second: the time from handing a message to the MQTT client until the alert that it raises has arrived at a
 * listener of the live stream, at a subscriber of the retained topics and at a webhook. Each probe is a bin of its own that becomes
 * 85 °C hot. The first ones meet programs that still compile what they do: their time is told, and has no target.
 */
record AlertLatency(World world, Service query, int probes) implements Figures {
    private static final String CITY = "calm";
    private static final String PROBED = "burning";
    private static final int RATE = 1_000;
    private static final int COLD = 300;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final double P99_MS = 1_000;
    private static final String NUMBER = "%05d";
    private static final String ALERTS =
            """
            select a.alert_id, s.reference from alert a join asset s using (asset_id)
            where a.rule_id = 'trial-fire' and a.city_id = 'burning'
            """;

    @Override
    public String id() {
        return "E";
    }

    @Override
    public String title() {
        return "from a message to its alert at 1,000 msg/s";
    }

    @Override
    public List<Check> take() throws Exception {
        world.register(CITY, RATE);
        world.register(PROBED, probes + COLD);
        TrialRules.write(world, Map.of("trial-fire", TrialRules.FIRE));
        String token = world.platform().token("operator", "[]");
        Load.Plan plan =
                Load.Plan.steady(CITY, RATE, RATE, Duration.ofMinutes(10)).walking();
        try (WebhookReceiver webhook = WebhookReceiver.open();
                TopicReceiver topics = new TopicReceiver(world.broker().address());
                LiveReceiver live = new LiveReceiver(query.address("/api/v1/live?kinds=alert"), token).start();
                Load load = Load.start(world, plan, world.broker().address());
                Messenger messenger = new Messenger(world.broker().address())) {
            TrialRules.addWebhook(world, webhook.address().toString());
            Patience.until("the live stream is open", LONGEST, live::isConnected);
            Thread.sleep(WARM_UP.toMillis());
            Map<String, Long> sent = send(messenger);
            Map<String, Hearing> ways = new LinkedHashMap<>();
            ways.put("live stream", live.hearing());
            ways.put("MQTT", topics.hearing());
            ways.put("webhook", webhook.hearing());
            Patience.reached(LONGEST, () -> ways.values().stream()
                    .allMatch(way -> way.openings().size() >= probes + COLD));
            double rate = load.stop().path("acknowledged_per_second").asDouble();
            List<Check> checks = new ArrayList<>(List.of(Check.figure("load beside it", rate, "msg/s")));
            Map<Long, String> references = references();
            checks.add(Check.equal("alerts of the probes", references.size(), probes + COLD));
            for (Map.Entry<String, Hearing> way : ways.entrySet()) {
                checks.addAll(checks(way.getKey(), way.getValue(), sent, references));
            }
            return checks;
        }
    }

    /** When each probe was handed over, by the asset's reference. */
    private Map<String, Long> send(Messenger messenger) throws InterruptedException {
        Map<String, Long> sent = new HashMap<>();
        for (int probe = 1; probe <= probes + COLD; probe++) {
            String number = NUMBER.formatted(probe);
            sent.put("L-" + number, System.nanoTime());
            messenger.publish(
                    PROBED,
                    PROBED + "-" + number,
                    "device_temperature",
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    85);
            Thread.sleep(BETWEEN.toMillis());
        }
        return sent;
    }

    private Map<Long, String> references() throws SQLException {
        Map<Long, String> references = new HashMap<>();
        try (Connection connection = world.database().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALERTS)) {
            while (row.next()) {
                references.put(row.getLong(1), row.getString(2));
            }
        }
        return references;
    }

    private static List<Check> checks(
            String way, Hearing hearing, Map<String, Long> sent, Map<Long, String> references) {
        Timings cold = new Timings();
        Timings warm = new Timings();
        String lastCold = "L-" + NUMBER.formatted(COLD);
        int heard = 0;
        for (Map.Entry<Long, Long> opening : hearing.openings().entrySet()) {
            String reference = references.getOrDefault(opening.getKey(), "");
            Long handedOver = sent.get(reference);
            if (handedOver != null) {
                Timings timings = reference.compareTo(lastCold) > 0 ? warm : cold;
                timings.add(Duration.ofNanos(opening.getValue() - handedOver));
                heard++;
            }
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.equal(way + ": probes that did not arrive", sent.size() - (long) heard, 0));
        if (heard == sent.size()) {
            checks.add(Check.figure("message to " + way + ", p50", warm.percentile(0.5), "ms"));
            checks.add(Check.atMost("message to " + way + ", p99", warm.percentile(0.99), P99_MS, "ms"));
            checks.add(Check.figure("message to " + way + ", longest", warm.percentile(1), "ms"));
            checks.add(Check.figure("the first %d to %s, p99".formatted(COLD, way), cold.percentile(0.99), "ms"));
        }
        return checks;
    }
}
