package de.hexapolis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.decode.MessageDecoder;
import de.hexapolis.decode.WireFormat;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.pulse.Heard;
import de.hexapolis.registry.Registry;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.Outcome;
import de.hexapolis.store.Partitions;
import de.hexapolis.telemetry.RawMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Decode and store together, on a real database. */
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final Fixture fixture = new Fixture(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private final Heard heard = new Heard();
    private final Intake intake = intake(failing(fixture.database()));

    @BeforeEach
    void install() {
        fixture.execute("insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-06-01Z')");
        fixture.execute("insert into calibration values (1, '2026-06-01Z', 1000, 200)");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void derivesTheFillLevelFromADistanceByTheCalibrationOfThatTime() throws Exception {
        assertThat(keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600")).isEqualTo(Outcome.STORED);

        assertThat(stored()).containsExactly("distance 600 f", "fill_level 50 t");
    }

    @Test
    void keepsAFillLevelThatTheDeviceMeasuredItself() throws Exception {
        String payload =
                """
                {"observed_at":"2026-07-01T11:00:00Z","readings":[
                  {"quantity":"distance","value":600},{"quantity":"fill_level","value":44}]}
                """;

        keep(message("bin-1", payload));

        assertThat(stored()).containsExactly("distance 600 f", "fill_level 44 f");
    }

    @Test
    void quarantinesAnUnknownDeviceAndKnowsItOnceItIsRegistered() throws Exception {
        assertThat(keep("bin-2", "2026-07-01T11:00:00Z", "distance", "600")).isEqualTo(Outcome.QUARANTINED);
        assertThat(quarantined()).containsExactly("unknown_device bin-2");

        fixture.execute("insert into device (device_key, city_id, changed_at) values ('bin-2', 'fulda', now())");
        fixture.execute("insert into installation (device_id, asset_id, installed_from) values (2, 1, '2026-06-01Z')");
        fixture.execute("update registry_version set version = version + 1");

        assertThat(keep("bin-2", "2026-07-01T11:00:00Z", "distance", "600")).isEqualTo(Outcome.STORED);
    }

    @Test
    void quarantinesWhatWasMeasuredTooEarlyTooLateOrNowhere() throws Exception {
        keep("bin-1", "2026-07-01T12:05:01Z", "distance", "1");
        keep("bin-1", "2026-05-01T00:00:00Z", "distance", "2");
        fixture.execute("update installation set installed_from = '2020-01-01Z'");
        fixture.execute("update registry_version set version = version + 1");
        keep("bin-1", "2024-01-01T00:00:00Z", "distance", "3");

        assertThat(quarantined()).containsExactly("too_new bin-1", "not_installed bin-1", "too_old bin-1");
        assertThat(stored()).isEmpty();
    }

    @Test
    void quarantinesWhatFallsIntoADayThatWasDeletedBeforeTheCityKeptItForLonger() throws Exception {
        fixture.execute("update city set raw_from = '2026-06-15 12:00Z'");
        fixture.execute("update registry_version set version = version + 1");

        assertThat(keep("bin-1", "2026-06-15T21:59:59Z", "distance", "1")).isEqualTo(Outcome.QUARANTINED);
        assertThat(keep("bin-1", "2026-06-15T22:00:00Z", "distance", "2")).isEqualTo(Outcome.STORED);

        assertThat(quarantined()).containsExactly("too_old bin-1");
    }

    @Test
    void takesAClockThatIsFiveMinutesAhead() throws Exception {
        assertThat(keep("bin-1", "2026-07-01T12:05:00Z", "distance", "600")).isEqualTo(Outcome.STORED);
    }

    @Test
    void keepsAnImpossibleValueAsBadAndDerivesNothingFromIt() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "-3");

        assertThat(stored()).containsExactly("distance -3 f");
        assertThat(fixture.column("select quality from observation")).containsExactly("2");
    }

    @Test
    void costsOneReadingWhereOneReadingIsBad() throws Exception {
        String payload =
                """
                {"observed_at":"2026-07-01T11:00:00Z","readings":[
                  {"quantity":"distance","value":"NaN"},{"quantity":"battery_voltage","value":3.6}]}
                """;

        assertThat(keep(message("bin-1", payload))).isEqualTo(Outcome.STORED);

        assertThat(stored()).containsExactly("battery_voltage 3.6 f");
        assertThat(quarantined()).containsExactly("invalid_reading bin-1");
    }

    @Test
    void waitsForADatabaseThatIsAwayAndLosesNothing() throws Exception {
        failuresToCome.set(3);

        assertThat(keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600")).isEqualTo(Outcome.STORED);

        assertThat(meters.get("hexapolis.store.retries").counter().count()).isEqualTo(3);
    }

    @Test
    void hangsInNoAttemptHoweverLongTheDatabaseIsAway() throws Exception {
        failuresToCome.set(Integer.MAX_VALUE);
        long started = System.nanoTime();
        CompletableFuture<Outcome> kept = CompletableFuture.supplyAsync(() -> {
            try {
                return keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
            } catch (Exception stopped) {
                throw new IllegalStateException(stopped);
            }
        });

        await().until(() -> meters.get("hexapolis.store.retries").counter().count() > 4);
        Duration attempt = intake.longestAttempt();

        assertThat(attempt)
                .as("the five attempts and half a second of waiting between them")
                .isLessThan(Duration.ofNanos(System.nanoTime() - started).minusMillis(500));
        failuresToCome.set(0);
        assertThat(kept.get()).isEqualTo(Outcome.STORED);
        assertThat(intake.longestAttempt()).isZero();
    }

    @Test
    void makesAnewTheSeriesThatADatabaseHasLostWhenItComesBack() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        fixture.execute("truncate observation, latest; delete from series where series_id > 1");
        failuresToCome.set(1);

        keep("bin-1", "2026-07-01T11:30:00Z", "distance", "600");

        assertThat(stored()).containsExactly("distance 600 f", "fill_level 50 t");
    }

    @Test
    void makesAnewThePartitionsThatADatabaseHasLostWhenItComesBack() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        fixture.column("select inhrelid::regclass::text from pg_inherits where inhparent = 'observation'::regclass")
                .forEach(partition -> fixture.execute("drop table " + partition));
        failuresToCome.set(1);

        assertThat(keep("bin-1", "2026-07-01T11:30:00Z", "distance", "600")).isEqualTo(Outcome.STORED);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    @Timeout(60)
    void readsTheRegistryAgainWhereASeriesCannotBeMade() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        fixture.execute("truncate observation, latest; delete from series; delete from installation");
        fixture.execute("update asset set asset_id = default");
        fixture.execute("insert into installation (device_id, asset_id, installed_from) values (1, 2, '2026-06-01Z')");

        assertThat(keep("bin-1", "2026-07-01T11:30:00Z", "tilt", "3")).isEqualTo(Outcome.STORED);

        assertThat(fixture.column("select asset_id || ' ' || quantity from series"))
                .containsExactly("2 tilt");
    }

    @Test
    void notesWhatWasHeardOnceItIsKept() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        keep(message("stranger", reading("5")));

        Heard.Since since = heard.take();
        assertThat(since.subjects()).containsExactly(Map.entry("source:own", NOW));
        assertThat(since.routes()).containsExactly(Map.entry(new Heard.Route(1, "own", ""), NOW));
    }

    @Test
    void countsEveryMessageOnce() throws Exception {
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        keep("bin-1", "2026-07-01T11:00:00Z", "distance", "600");
        keep("bin-2", "2026-07-01T11:00:00Z", "distance", "600");
        keep(message("bin-1", "{"));

        assertThat(count("received")).isEqualTo(4);
        assertThat(count("stored")).isEqualTo(1);
        assertThat(count("duplicate")).isEqualTo(1);
        assertThat(count("quarantined")).isEqualTo(2);
        assertThat(count("ignored")).isZero();
        assertThat(meters.get("hexapolis.messages.in.flight").gauge().value()).isZero();
    }

    @Test
    void quarantinesTheMessagesOfASourceThatTheSettingsNoLongerName() throws Exception {
        keep(new RawMessage("gone", "t", new byte[] {1}, NOW));

        assertThat(fixture.column("select detail from quarantine"))
                .containsExactly("hexapolis.sources.gone: there is no such source");
    }

    @Test
    void quarantinesAMessageBelowTheTopicOfAnotherCityThanTheDevices() throws Exception {
        RawMessage good = message("bin-1", reading("600"));

        assertThat(keep(new RawMessage("own", "v1/marburg/bin-1/telemetry", good.payload(), NOW)))
                .isEqualTo(Outcome.QUARANTINED);

        assertThat(stored()).isEmpty();
        assertThat(fixture.column("select reason || ': ' || detail || ', ' || city_id from quarantine"))
                .containsExactly("other_city: device 'bin-1' is of city 'fulda', not of the topic's, fulda");
        assertThat(keep(good)).isEqualTo(Outcome.STORED);
    }

    @Test
    void quarantinesBrokenJsonUnderTheDeviceOfItsTopicAndThatDevicesCity() throws Exception {
        keep(message("bin-1", reading("600").substring(0, 40)));

        assertThat(fixture.column("select concat_ws(' ', reason, device_key, 'of', city_id) from quarantine"))
                .containsExactly("malformed bin-1 of fulda");
    }

    @Test
    void quarantinesUnderTheCityOfTheDeviceElseOfTheSourceElseOfNone() throws Exception {
        fixture.execute("insert into device (device_key, changed_at) values ('rover', now())");
        keep(new RawMessage("marburgs", "v1/x/bin-1/telemetry", "1".getBytes(StandardCharsets.UTF_8), NOW));
        keep(new RawMessage("marburgs", "v1/x/stranger/telemetry", "2".getBytes(StandardCharsets.UTF_8), NOW));
        keep(new RawMessage("marburgs", "v1/x/stranger/telemetry", reading("3").getBytes(StandardCharsets.UTF_8), NOW));
        keep(new RawMessage("marburgs", "v1/x/rover/telemetry", reading("4").getBytes(StandardCharsets.UTF_8), NOW));
        keep(new RawMessage("marburgs", "no topic", "{}".getBytes(StandardCharsets.UTF_8), NOW));
        keep(message("stranger", reading("5")));
        keep(message("rover", reading("6")));

        assertThat(
                        fixture.column(
                                """
                        select concat_ws(' ', reason, device_key, 'of', city_id) from quarantine order by quarantine_id
                        """))
                .containsExactly(
                        "malformed bin-1 of fulda",
                        "malformed stranger of marburg",
                        "unknown_device stranger of marburg",
                        "not_installed rover of marburg",
                        "malformed of marburg",
                        "unknown_device stranger of",
                        "not_installed rover of");
    }

    @Test
    void quarantinesAConflictUnderItsDeviceAndCity() throws Exception {
        keep(message("bin-1", reading("600")));

        keep(message("bin-1", reading("601")));

        assertThat(fixture.column("select reason || ' ' || device_key || ' ' || city_id from quarantine"))
                .containsExactly("conflict bin-1 fulda");
    }

    @Test
    void quarantinesTheReadingsOfMoreChannelsThanADeviceMayHave() throws Exception {
        assertThat(keep(message("bin-1", channels(100, 170)))).isEqualTo(Outcome.STORED);
        assertThat(keep(message("bin-1", channels(200, 201)))).isEqualTo(Outcome.QUARANTINED);
        assertThat(keep(message("bin-1", channels(100, 102)))).isEqualTo(Outcome.DUPLICATE);

        int mostOfIt = Registry.MOST_SERIES - 1;
        assertThat(fixture.column("select count(*) from observation")).containsExactly(String.valueOf(mostOfIt));
        assertThat(fixture.column("select reason || ': ' || detail from quarantine order by quarantine_id"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("too_many_series: tilt c163, tilt c164, "),
                        second -> assertThat(second)
                                .isEqualTo("too_many_series: tilt c200: the device has 64 series at its asset,"
                                        + " the most that one may have"));
        assertThat(quarantined()).containsExactly("too_many_series bin-1", "too_many_series bin-1");
    }

    private static String channels(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj("{\"quantity\":\"tilt\",\"channel\":\"c%d\",\"value\":1}"::formatted)
                .collect(Collectors.joining(",", "{\"observed_at\":\"2026-07-01T11:00:00Z\",\"readings\":[", "]}"));
    }

    private static String reading(String distance) {
        return "{\"observed_at\":\"2026-07-01T11:00:00Z\",\"readings\":[{\"quantity\":\"distance\",\"value\":%s}]}"
                .formatted(distance);
    }

    private Outcome keep(String device, String observedAt, String quantity, String value) throws Exception {
        return keep(message(
                device,
                "{\"observed_at\":\"%s\",\"readings\":[{\"quantity\":\"%s\",\"value\":%s}]}"
                        .formatted(observedAt, quantity, value)));
    }

    private Outcome keep(RawMessage message) throws Exception {
        return intake.keep(List.of(message)).outcomes().get(0);
    }

    private static RawMessage message(String device, String payload) {
        return new RawMessage(
                "own", "v1/fulda/%s/telemetry".formatted(device), payload.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private double count(String outcome) {
        return meters.get("hexapolis.messages." + outcome).counter().count();
    }

    private List<String> stored() {
        return fixture.column(
                """
                select quantity || ' ' || value || ' ' || left(derived::text, 1)
                from observation join series using (series_id) order by 1
                """);
    }

    private List<String> quarantined() {
        return fixture.column("select reason || ' ' || device_key from quarantine order by quarantine_id");
    }

    private Intake intake(DataSource database) {
        Registry registry = new Registry(database, DeviceProfile::parse, Duration.ofDays(400));
        return new Intake(
                new MessageDecoder(),
                new SourceFormats(Map.of("own", WireFormat.HEXAPOLIS, "marburgs", WireFormat.HEXAPOLIS)),
                registry,
                new Resolution(
                        registry, Clock.fixed(NOW, ZoneOffset.UTC), new SourceCities(Map.of("marburgs", "marburg"))),
                new MessageStore(database, new Partitions(database)),
                new IntakeMeters(meters),
                heard);
    }

    /** The database, but for as many refused connections as the test asks for. */
    private DataSource failing(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new SQLTransientConnectionException("the database is away", "08006");
                    }
                    return method.invoke(database, arguments);
                });
    }
}
