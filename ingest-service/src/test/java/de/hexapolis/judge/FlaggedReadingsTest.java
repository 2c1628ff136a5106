package de.hexapolis.judge;

import static de.hexapolis.judge.JudgedBins.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlaggedReadingsTest {
    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");

    private final JudgedBins bins = new JudgedBins(1, EIGHT.plusSeconds(4 * 3600))
            .withRule("bin-full", JudgedBins.FULL)
            .withPlausibility(
                    "bin-fill-level",
                    """
                    {"kinds": ["bin"], "quantity": "fill_level", "jump": {"by": 25, "back_within": 1}}
                    """);

    @AfterEach
    void close() {
        bins.close();
    }

    @Test
    void aJumpIsFlaggedWithItsValueAndNotBelieved() throws SQLException {
        double[] levels = {30, 31, 95, 32, 33};
        for (int n = 0; n < levels.length; n++) {
            bins.write(reading(1, EIGHT.plusSeconds(1800L * n), levels[n]));
            bins.judgeAll();
        }

        assertThat(bins.fixture().column("select flag || ' ' || (detail ->> 'value') from series_flag"))
                .containsExactly("jump 95");
        assertThat(bins.fixture().column("select quality from observation order by observed_at"))
                .containsExactly("0", "0", "3", "0", "0");
        assertThat(bins.alerts()).isEmpty();
    }
}
