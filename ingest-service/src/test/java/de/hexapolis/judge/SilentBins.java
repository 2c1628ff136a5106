package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;

import de.hexapolis.registry.ReadRules;
import de.hexapolis.store.MessageRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two hundred bins behind the gateway {@code roof} and ten behind {@code tower}, reporting each half hour, or a small fleet
 * of which no gateway is known; all of the source {@code tts} and heard at noon.
 */
final class SilentBins implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final int BEHIND_ROOF = 200;

    private static final int ALL = 210;
    private static final String RULE =
            """
            {"id": "device-silent", "kinds": ["bin"], "title": {"de": "Gerät stumm", "en": "Silent"}, "work": "inspect",
             "when": {"silence": {"intervals": 3, "daily_at_least": "PT26H", "levels": [{"severity": "warning"}]}},
             "correlate": [
              {"id": "source-silent", "by": "source", "at_least": 5, "share": 0.5, "silent_for": "PT15M", "intervals": 3,
               "severity": "urgent", "title": {"de": "Quelle stumm", "en": "Source is silent"}},
              {"id": "gateway-silent", "by": "gateway", "at_least": 5, "share": 0.8, "silent_for": "PT30M",
               "intervals": 3, "severity": "urgent", "title": {"de": "Gateway stumm", "en": "Gateway is silent"}}]}
            """;

    private final DailyReporters reporters = new DailyReporters();
    private final JudgedBins bins;
    private final int size;
    private Instant now = NOON;

    SilentBins() {
        this(
                ALL,
                Duration.ofMinutes(30),
                "case when device_id <= %d then 'roof' else 'tower' end".formatted(BEHIND_ROOF));
        heard("gateway:roof", "gateway:tower");
    }

    /** @param gateway in SQL */
    private SilentBins(int size, Duration registered, String gateway) {
        this.size = size;
        bins = new JudgedBins(size, NOON).withRule("device-silent", RULE);
        reported(NOON.minusSeconds(60));
        execute(
                """
                update device set expected_interval_seconds = %d;
                insert into device_route (device_id, source, gateway, heard_at)
                select device_id, 'tts', %s, '%s' from device
                """
                        .formatted(registered.toSeconds(), gateway, NOON));
        heard("source:tts");
    }

    static SilentBins smallFleet(int size, Duration registered) {
        return new SilentBins(size, registered, "''");
    }

    /** Of each bin a reading that has come long since. */
    void reported(Instant at) {
        reported(1, size, at);
    }

    void reported(int first, int last, Instant at) {
        List<MessageRows> readings = IntStream.rangeClosed(first, last)
                .mapToObj(bin -> reading(bin, at, 30))
                .toList();
        JudgedBins.write(bins.store(), readings);
    }

    /** By the platform's clock, and the platform runs. */
    void itIs(Instant instant) {
        now = instant;
        bins.itIs(instant);
        pulse("platform", now.plus(Duration.ofMinutes(5)));
    }

    /** As if nobody had noted that the platform runs. */
    void platformSleepsUntil(Instant instant) {
        now = instant;
        bins.itIs(instant);
    }

    void platformIsBack() {
        pulse("platform-gap", now);
        pulse("platform", now.plus(Duration.ofMinutes(5)));
    }

    void heard(String... subjects) {
        for (String subject : subjects) {
            pulse(subject, now);
        }
    }

    private void pulse(String subject, Instant at) {
        bins.fixture()
                .execute("insert into pulse values ('%s', '%s') on conflict (subject) do update set heard_at = '%s'"
                        .formatted(subject, at, at));
    }

    /** A message of each of these bins. */
    void report(int first, int last) {
        bins.fixture()
                .execute("update latest set received_at = '%s' where series_id between %d and %d"
                        .formatted(now, first, last));
        bins.fixture()
                .execute(
                        """
                        insert into due (asset_id, from_at, received_at)
                        select n, '%1$s', '%1$s' from generate_series(%2$d, %3$d) n
                        """
                                .formatted(now, first, last));
    }

    /** The tower's bins and the source go on. */
    void othersReport() {
        heard("source:tts", "gateway:tower");
        report(BEHIND_ROOF + 1, ALL);
    }

    boolean lookForCauses() throws SQLException {
        try (Connection connection = bins.fixture().database().getConnection()) {
            return lookForCauses(connection);
        }
    }

    boolean lookForCauses(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        boolean isMine =
                CommonCauses.on(connection, ReadRules.book(connection), reporters, now, Duration.ofSeconds(20));
        connection.commit();
        return isMine;
    }

    /** Whatever may change by time alone. */
    void judge() throws SQLException {
        bins.fixture().execute("update asset_watch set next_at = '-infinity'");
        bins.judgeAll();
    }

    List<String> column(String sql) {
        return bins.fixture().column(sql);
    }

    void execute(String sql) {
        bins.fixture().execute(sql);
    }

    List<String> alerts() {
        return column(
                """
                select concat_ws(' ', rule_id, case when asset_id is null then subject end, state, reason, count(*))
                from alert group by rule_id, case when asset_id is null then subject end, state, reason order by 1
                """);
    }

    Connection connection() throws SQLException {
        return bins.fixture().database().getConnection();
    }

    @Override
    public void close() {
        bins.close();
    }
}
