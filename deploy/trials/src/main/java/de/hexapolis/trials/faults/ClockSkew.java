package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Messenger;
import de.hexapolis.trials.world.Replica;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * F13: devices' clocks are an hour or ten years off, and one replica's is five minutes ahead: what may be is stored at
 * its own time, the rest is in quarantine with its reason, and no rollup is harmed.
 */
final class ClockSkew implements Fault {
    private static final int EACH = 20;
    private static final Duration TEN_YEARS = Duration.ofDays(3_652);
    private static final List<Skew> SKEWS = List.of(
            new Skew("an hour behind", Duration.ofHours(-1), "stored"),
            new Skew("an hour ahead", Duration.ofHours(1), "too_new"),
            new Skew("ten years behind", TEN_YEARS.negated(), "too_old"),
            new Skew("ten years ahead", TEN_YEARS, "too_new"));
    private static final String STORED =
            """
            select count(*) from observation o
            join series s on s.series_id = o.series_id
            join device d on d.device_id = s.device_id
            where d.device_key = ?
            """;
    private static final String QUARANTINED = "select count(*) from quarantine where device_key = ? and reason = ?";

    private record Skew(String name, Duration off, String outcome) {}

    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(30);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException, SQLException {
        scene.world().register(city(scene), SKEWS.size());
        Replica ahead = scene.replica(1);
        ahead.program().terminate();
        Instant now = Instant.now();
        ahead.service()
                .with("-Dhexapolis.clock.epoch=" + now, "-Dhexapolis.clock.start=" + now.plus(Duration.ofMinutes(5)));
        ahead.service().start();
        try (Messenger messenger = new Messenger(scene.world().broker().address())) {
            for (int number = 0; number < SKEWS.size(); number++) {
                for (int n = 0; n < EACH; n++) {
                    Instant at =
                            now.plus(SKEWS.get(number).off()).plusSeconds(n).truncatedTo(ChronoUnit.MICROS);
                    messenger.publish(city(scene), device(scene, number), at, n);
                }
            }
        }
    }

    @Override
    public void afterwards(Scene scene) throws InterruptedException, SQLException {
        for (int number = 0; number < SKEWS.size(); number++) {
            Skew skew = SKEWS.get(number);
            scene.check(Check.equal(skew.name() + ": " + skew.outcome(), found(scene, number), EACH));
        }
        Replica ahead = scene.replica(1);
        ahead.program().terminate();
        ahead.service().with();
        ahead.service().start();
    }

    private static String city(Scene scene) {
        return scene.city() + "-skewed";
    }

    private static String device(Scene scene, int number) {
        return "%s-%05d".formatted(city(scene), number + 1);
    }

    private static long found(Scene scene, int number) throws SQLException {
        String outcome = SKEWS.get(number).outcome();
        boolean stored = outcome.equals("stored");
        try (Connection connection = scene.world().database().open();
                PreparedStatement statement = connection.prepareStatement(stored ? STORED : QUARANTINED)) {
            statement.setString(1, device(scene, number));
            if (!stored) {
                statement.setString(2, outcome);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
