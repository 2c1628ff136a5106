package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesIdsTest {
    private static final CityId FULDA = new CityId("fulda");
    private static final SeriesKey MEASURED_LEVEL =
            new SeriesKey(1, 1, FULDA, Quantity.FILL_LEVEL, Channel.ONLY, false);
    private static final SeriesKey DERIVED_LEVEL = new SeriesKey(1, 1, FULDA, Quantity.FILL_LEVEL, Channel.ONLY, true);

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void oneTreeWithSomeDevices() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('tree', 'Baum', 'Tree');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                values ('fulda', 'T1', 'tree', 'T1', 9.67, 50.55, now());
                insert into device (device_key, city_id, changed_at)
                select 'fe0000000000000' || n, 'fulda', now() from generate_series(1, 8) n;
                """);
    }

    @Test
    void createsWhatIsMissingOnceAndFindsItForEver() {
        Map<SeriesKey, Integer> first = replica().seriesIds(List.of(depth(30), depth(60)));
        Map<SeriesKey, Integer> again = replica().seriesIds(List.of(depth(60), depth(30), depth(90)));

        assertThat(first).hasSize(2);
        assertThat(again).hasSize(3).containsAllEntriesOf(first);
    }

    @Test
    void aSeriesIsOneWhetherDerivedOrNotAndMeasuredIfAnyOfItIs() {
        Map<SeriesKey, Integer> ids = replica().seriesIds(List.of(DERIVED_LEVEL, MEASURED_LEVEL));

        assertThat(ids.get(MEASURED_LEVEL)).isNotNull().isEqualTo(ids.get(DERIVED_LEVEL));
        assertThat(database.rows("select derived from series")).containsExactly("f");
    }

    @Test
    void aDerivedSeriesIsAMeasuredOneForGoodOnceTheDeviceMeasuresItself() {
        Registry replica = replica();
        Integer id = replica.seriesIds(List.of(DERIVED_LEVEL)).get(DERIVED_LEVEL);
        assertThat(database.rows("select derived from series")).containsExactly("t");

        assertThat(replica.seriesIds(List.of(MEASURED_LEVEL)).get(MEASURED_LEVEL))
                .isEqualTo(id);
        assertThat(replica().seriesIds(List.of(DERIVED_LEVEL)).get(DERIVED_LEVEL))
                .isEqualTo(id);

        assertThat(database.rows("select derived from series")).containsExactly("f");
    }

    @Test
    void aDeviceGetsSoManySeriesAtAnAssetAndNoMore() {
        List<SeriesKey> invented =
                IntStream.range(100, 200).mapToObj(n -> depthOf(1, n)).toList();

        Map<SeriesKey, Integer> ids = replica().seriesIds(invented);

        assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(invented.subList(0, Registry.MOST_SERIES));
        assertThat(replica().seriesIds(invented)).isEqualTo(ids);
        assertThat(replica().seriesIds(List.of(depthOf(2, 30)))).hasSize(1);
        assertThat(database.rows("select device_id, count(*) from series group by 1 order by 1"))
                .containsExactly("1 64", "2 1");
    }

    @Test
    void replicasThatCreateAtOnceStayNearTheBoundAndThenCreateNoMore() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> inventors = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                int offset = replica;
                inventors.add(replicas.submit(() -> {
                    for (int n = 0; n < 100; n++) {
                        replica().seriesIds(List.of(depthOf(1, 2 * n + offset)));
                    }
                }));
            }
            for (Future<?> inventor : inventors) {
                inventor.get();
            }
        } finally {
            replicas.shutdownNow();
        }

        assertThat(Integer.parseInt(database.rows("select count(*) from series").get(0)))
                .isBetween(Registry.MOST_SERIES, Registry.MOST_SERIES + 1);
        assertThat(replica().seriesIds(List.of(depthOf(1, 999)))).isEmpty();
    }

    @Test
    void severalReplicasAtOnceAgreeAndDoNotDeadlock() throws Exception {
        List<SeriesKey> keys =
                IntStream.range(0, 400).mapToObj(n -> depthOf(1 + n / 50, n)).toList();
        ExecutorService replicas = Executors.newFixedThreadPool(6);
        try {
            List<Future<Map<SeriesKey, Integer>>> answers = new ArrayList<>();
            for (int replica = 0; replica < 6; replica++) {
                List<SeriesKey> shuffled = new ArrayList<>(keys);
                Collections.shuffle(shuffled, new Random(replica));
                answers.add(replicas.submit(() -> replica().seriesIds(shuffled)));
            }
            Map<SeriesKey, Integer> expected = answers.get(0).get();
            assertThat(expected).hasSize(400);
            for (Future<Map<SeriesKey, Integer>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            replicas.shutdownNow();
        }
    }

    @Test
    void anAssetThatIsGoneIsSaidPlainly() {
        SeriesKey nowhere = new SeriesKey(77, 1, FULDA, Quantity.DISTANCE, Channel.ONLY, false);

        assertThatThrownBy(() -> replica().seriesIds(List.of(nowhere)))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessageContaining("series_asset_id_fkey");
    }

    private Registry replica() {
        return new Registry(database.dataSource(), DeviceProfile::parse, Duration.ofDays(400));
    }

    private static SeriesKey depth(int centimetres) {
        return depthOf(1, centimetres);
    }

    private static SeriesKey depthOf(long device, int centimetres) {
        return new SeriesKey(1, device, FULDA, Quantity.SOIL_WATER_TENSION, new Channel(centimetres + "cm"), false);
    }
}
