package de.hexapolis.query.selection;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.SmallCities;
import de.hexapolis.query.access.Caller;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssetSelectionTest {
    @SuppressWarnings("NullAway.Init") // once for all tests
    private static SmallCities cities;

    @BeforeAll
    static void open() {
        cities = new SmallCities();
    }

    @AfterAll
    static void close() {
        cities.close();
    }

    @Test
    void choosesByEachPartOfTheFilter() {
        assertThat(chosen(filter().cities("fulda").done())).containsExactly(1L, 2L, 4L, 5L, 8L, 9L);
        assertThat(chosen(filter().kinds("bin").done())).containsExactly(1L, 2L, 9L);
        assertThat(chosen(filter().districts("suedend").done())).containsExactly(2L, 9L);
        assertThat(chosen(filter().ids(2L, 3L, 4L).done())).containsExactly(2L, 4L);
        assertThat(chosen(filter().tags("centre", "glass").done())).containsExactly(1L);
        assertThat(chosen(filter().statuses("full", "fault").done())).containsExactly(1L, 9L);
        assertThat(chosen(filter().box(new Box(9.67, 50.55, 9.672, 50.56)).done()))
                .containsExactly(4L, 5L);
        assertThat(chosen(filter().area("9.6,50.53;9.69,50.53;9.69,50.55;9.6,50.55")
                        .done()))
                .containsExactly(2L, 9L);
    }

    @Test
    void findsTextAnywhereAndTakesItLiterally() {
        assertThat(chosen(filter().text("LINDE").done())).containsExactly(4L);
        assertThat(chosen(filter().text("ab-").done())).containsExactly(1L, 2L, 9L);
        assertThat(chosen(filter().text("100 %").done())).containsExactly(2L);
        assertThat(chosen(filter().text("_").done())).isEmpty();
    }

    @Test
    void goesOnBehindAnIdEvenWithAnArea() {
        AssetFilter filter =
                filter().area("POLYGON((9 50, 10 50, 10 51, 9 51, 9 50))").done();
        assertThat(chosen(filter, Caller.PUBLIC, 0, 2)).containsExactly(1L, 2L);
        assertThat(chosen(filter, Caller.PUBLIC, 2, 2)).containsExactly(4L, 5L);
    }

    @Test
    void showsEachCallerItsOwn() {
        assertThat(chosen(AssetFilter.ALL, SmallCities.STAFF_OF_FULDA, 0, 100))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 8L, 9L);
        assertThat(chosen(AssetFilter.ALL, SmallCities.OPERATOR, 0, 100))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 8L, 9L, 70L, 71L, 72L);
    }

    @Test
    void choosesWhatIsRetiredAsLongAsItWasHeard() {
        cities.run(
                """
                insert into series (series_id, asset_id, device_id, city_id, quantity)
                overriding system value values (61, 6, 1, 'fulda', 'fill_level');
                insert into latest (series_id, quality, observed_at, value, received_at, rolled_until) values
                    (61, 0, '2026-05-01T10:00Z', 88, '2026-05-01T10:00Z', '2026-04-30T22:00Z')""");
        AssetFilter bins = filter().kinds("bin").done();
        assertThat(chosenSince(bins, "2026-05-01T10:00:00Z")).containsExactly(1L, 2L, 6L, 9L);
        assertThat(chosenSince(bins, "2026-05-01T10:00:01Z")).containsExactly(1L, 2L, 9L);
        assertThat(chosen(bins)).containsExactly(1L, 2L, 9L);
    }

    private static List<Long> chosenSince(AssetFilter filter, String heardSince) {
        return cities
                .database()
                .read(connection -> AssetSelection.selectSince(
                        connection, filter, Caller.PUBLIC, SmallCities.NOW, Instant.parse(heardSince), 100))
                .stream()
                .map(SelectedAsset::id)
                .toList();
    }

    private static List<Long> chosen(AssetFilter filter) {
        return chosen(filter, Caller.PUBLIC, 0, 100);
    }

    private static List<Long> chosen(AssetFilter filter, Caller caller, long afterId, int limit) {
        return cities
                .database()
                .read(connection -> AssetSelection.select(connection, filter, caller, SmallCities.NOW, afterId, limit))
                .stream()
                .map(SelectedAsset::id)
                .toList();
    }

    private static Filter filter() {
        return new Filter();
    }

    /** A filter in the making. */
    private static final class Filter {
        private AssetFilter filter = AssetFilter.ALL;

        Filter cities(String city) {
            return with(Set.of(new CityId(city)), filter.kinds(), filter.districts(), filter.ids());
        }

        Filter kinds(String kind) {
            return with(filter.cities(), Set.of(kind), filter.districts(), filter.ids());
        }

        Filter districts(String district) {
            return with(filter.cities(), filter.kinds(), Set.of(district), filter.ids());
        }

        Filter ids(Long... ids) {
            return with(filter.cities(), filter.kinds(), filter.districts(), Set.of(ids));
        }

        Filter tags(String... tags) {
            return and(Set.of(tags), filter.statuses(), filter.box(), filter.area(), filter.text());
        }

        Filter statuses(String... words) {
            return and(filter.tags(), Set.of(words), filter.box(), filter.area(), filter.text());
        }

        Filter box(Box box) {
            return and(filter.tags(), filter.statuses(), box, filter.area(), filter.text());
        }

        Filter area(String text) {
            return and(filter.tags(), filter.statuses(), filter.box(), Optional.of(Area.parse(text)), filter.text());
        }

        Filter text(String text) {
            return and(filter.tags(), filter.statuses(), filter.box(), filter.area(), Optional.of(text));
        }

        AssetFilter done() {
            return filter;
        }

        private Filter with(Set<CityId> cities, Set<String> kinds, Set<String> districts, Set<Long> ids) {
            filter = new AssetFilter(
                    cities,
                    kinds,
                    districts,
                    ids,
                    filter.tags(),
                    filter.statuses(),
                    filter.box(),
                    filter.area(),
                    filter.text());
            return this;
        }

        private Filter and(
                Set<String> tags, Set<String> statuses, Box box, Optional<Area> area, Optional<String> text) {
            filter = new AssetFilter(
                    filter.cities(), filter.kinds(), filter.districts(), filter.ids(), tags, statuses, box, area, text);
            return this;
        }
    }
}
