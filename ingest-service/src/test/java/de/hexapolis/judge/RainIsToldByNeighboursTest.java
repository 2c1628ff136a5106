package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.MessageRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six trees of a city, judged on a real database: half of them at once is rain. */
class RainIsToldByNeighboursTest {
    private static final int TREES = 6;

    private final JudgedBins trees = new JudgedBins(TREES, Instant.parse("2026-07-01T13:00:00Z"));

    @BeforeEach
    void plant() throws SQLException {
        trees.fixture()
                .execute(
                        """
                        insert into asset_kind (kind, name_de, name_en) values ('tree', 'Baum', 'Tree');
                        update asset set kind = 'tree';
                        update series set quantity = 'soil_water_tension', channel = '30cm';
                        insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at)
                        values ('occurrence', 'wetting', 'base', 'rules/test.yaml', 1, '{"kind": "wetting",
                            "kinds": ["tree"], "quantity": "soil_water_tension", "channel": "30cm", "fall_percent": 30,
                            "fall": 10, "within": "PT24H", "reaches": ["60cm"],
                            "rain": {"share": 0.5, "at_least": 3, "within": "PT6H"}}', now());
                        update rule_version set version = version + 1
                        """);
        write("08:00", 60, IntStream.rangeClosed(1, TREES).toArray());
    }

    @AfterEach
    void close() {
        trees.close();
    }

    @Test
    void twoWateredTreesAreWateredAndTheThirdMakesItRainForAll() throws SQLException {
        write("10:00", 20, 1);
        write("11:00", 20, 4);
        assertThat(told()).containsExactly("1 watering 10:00", "4 watering 11:00");

        write("12:00", 20, 5);

        assertThat(told()).containsExactly("1 rain 10:00", "4 rain 11:00", "5 rain 12:00");
    }

    @Test
    void treesThatAreJudgedTogetherDoNotOverlookEachOther() throws SQLException {
        write("10:00", 20, 1, 2, 3);

        assertThat(told()).containsExactly("1 rain 10:00", "2 rain 10:00", "3 rain 10:00");
    }

    @Test
    void whatWetOnTheDayBeforeIsNoRainOfToday() throws SQLException {
        write("09:00", 20, 1, 2);
        trees.fixture().execute("update occurrence set happened_at = happened_at - interval '7 hours'");
        write("10:00", 20, 3);

        assertThat(told()).containsExactly("1 watering 02:00", "2 watering 02:00", "3 watering 10:00");
    }

    @Test
    void aPersonsWordStaysAndSaysNothingOfTheOthers() throws SQLException {
        write("10:00", 20, 1);
        trees.fixture().execute("update occurrence set corrected_by = 'gardener', corrected_at = now()");
        write("11:00", 20, 2, 3);
        assertThat(told()).containsExactly("1 watering 10:00", "2 watering 11:00", "3 watering 11:00");

        write("12:00", 20, 4);

        assertThat(told()).containsExactly("1 watering 10:00", "2 rain 11:00", "3 rain 11:00", "4 rain 12:00");
    }

    @Test
    void itIsWateringAgainWhereAReadingTurnsOutToBeNone() throws SQLException {
        write("10:00", 20, 1, 2, 3);
        trees.fixture().execute("delete from observation where series_id = 3 and value = 20");
        trees.fixture()
                .execute("insert into due (asset_id, from_at, received_at) values (3, '2026-07-01T09:00Z', now())");
        JudgedBins.judgeAll(trees.judge());

        assertThat(told()).containsExactly("1 watering 10:00", "2 watering 10:00");
    }

    private void write(String time, double tension, int... wet) throws SQLException {
        List<MessageRows> readings = new ArrayList<>();
        for (int tree : wet) {
            readings.add(reading(tree, Instant.parse("2026-07-01T" + time + ":00Z"), tension));
        }
        JudgedBins.write(trees.store(), readings);
        JudgedBins.judgeAll(trees.judge());
    }

    private List<String> told() {
        return trees.fixture()
                .column(
                        """
                        select asset_id || ' ' || kind || ' ' || to_char(happened_at at time zone 'UTC', 'HH24:MI')
                        from occurrence order by asset_id
                        """);
    }
}
