package de.hexapolis.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.rules.AssetFacts;
import de.hexapolis.store.Fixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeglectedTest {
    private static final Instant NOW = Instant.parse("2026-05-29T12:00:00Z");

    private final Fixture fixture = new Fixture(0);
    private final Neglected bins = new Neglected(ReadAssets.BINS_TO_FIT);

    private void bins(int count) {
        fixture.execute(
                """
                delete from asset;
                insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, changed_at)
                overriding system value
                select n, 'fulda', 'B-' || n, 'bin', 'Bin', 9.67, 50.55, '2026-01-01Z' from generate_series(1, %d) n;
                insert into series (asset_id, device_id, city_id, quantity)
                select asset_id, 1, 'fulda', 'fill_level' from asset;
                """
                        .formatted(count));
    }

    private void fitted(int from, int to, String at) {
        fixture.execute(
                """
                insert into forecast_profile (subject, kind, fitted_at, profile)
                select 'asset:' || n, 'full', '%s', '{}' from generate_series(%d, %d) n
                """
                        .formatted(at, from, to));
    }

    private List<Long> portion() throws SQLException {
        return portion(NOW);
    }

    private List<Long> portion(Instant now) throws SQLException {
        try (Connection connection = fixture.database().getConnection()) {
            return bins.portion(connection, now).stream().map(AssetFacts::id).toList();
        }
    }

    /** How many came out of portions of which nothing could be made, until no more were found. */
    private int workInVain(Instant now) throws SQLException {
        int handedOut = 0;
        try (Connection connection = fixture.database().getConnection()) {
            do {
                List<AssetFacts> portion = bins.portion(connection, now);
                handedOut += portion.size();
                bins.worked(connection, now, portion);
            } while (bins.hasMore());
        }
        return handedOut;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void handsOutEachOnceInPortionsTheLongestNeglectedFirst() throws SQLException {
        bins(230);
        fitted(1, 30, "2026-05-28T01:00Z");
        fitted(31, 31, "2026-05-29T01:00Z");

        List<Long> first = portion();
        List<Long> second = portion();
        assertThat(first).hasSize(100).startsWith(32L).doesNotHaveDuplicates();
        assertThat(second).hasSize(100).startsWith(132L).endsWith(1L);
        assertThat(bins.hasMore()).isTrue();
        assertThat(portion()).hasSize(29).startsWith(2L).endsWith(30L);
        assertThat(bins.hasMore()).isFalse();
    }

    @Test
    void leavesOutThoseThatAnotherReplicaWasQuickerWith() throws SQLException {
        bins(400);

        assertThat(portion()).hasSize(100).endsWith(100L);
        fitted(1, 301, "2026-05-29T01:00Z");

        assertThat(portion()).hasSize(99).startsWith(302L).endsWith(400L);
        assertThat(bins.hasMore()).isFalse();
        fitted(302, 400, "2026-05-29T01:00Z");
        assertThat(portion()).isEmpty();
    }

    @Test
    void thoseOfWhichNothingCanBeMadeKeepNobodyFromItsTurnAndHaveTheirsOnceAnHour() throws SQLException {
        bins(5_030);
        fitted(5_001, 5_030, "2026-05-28T01:00Z");

        assertThat(workInVain(NOW)).isEqualTo(5_000);
        assertThat(portion(NOW.plusSeconds(60))).hasSize(30).startsWith(5_001L);
        fixture.execute("update forecast_profile set fitted_at = '2026-05-29T12:01Z'");
        assertThat(portion(NOW.plusSeconds(3_599))).isEmpty();

        assertThat(portion(NOW.plusSeconds(3_600))).hasSize(100).startsWith(1L);
    }

    @Test
    void whatSomethingWasMadeOfIsHandedOutAgainAsSoonAsItIsDue() throws SQLException {
        bins(2);
        try (Connection connection = fixture.database().getConnection()) {
            List<AssetFacts> portion = bins.portion(connection, NOW);
            fitted(1, 1, "2026-05-29T12:00Z");
            bins.worked(connection, NOW, portion);
        }
        fixture.execute("update forecast_profile set fitted_at = '2026-05-28T12:00Z'");

        assertThat(portion()).containsExactly(1L);
    }
}
