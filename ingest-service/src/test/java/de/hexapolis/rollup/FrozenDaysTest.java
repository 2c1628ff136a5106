package de.hexapolis.rollup;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.store.Fixture;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A marked day is computed as long as its readings are there, which only {@code raw_from} tells. */
class FrozenDaysTest {
    private final Fixture fixture = new Fixture(1);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aDayIsComputedHoweverOldAsLongAsNoneOfItsReadingsWasDeleted() throws SQLException {
        fixture.execute("update city set raw_retention_days = 1");
        mark("2025-05-24");

        recompute();

        assertThat(fixture.column("select count from rollup_day")).containsExactly("1");
        assertThat(fixture.column("select day from rollup_mark")).isEmpty();
    }

    @Test
    void aDayOfWhichReadingsMayBeDeletedStaysAsItIs() throws SQLException {
        fixture.execute("update city set raw_from = '2026-06-26 06:00Z'");
        mark("2026-06-26");

        recompute();

        assertThat(fixture.column("select count from rollup_day")).isEmpty();
        assertThat(fixture.column("select day from rollup_mark")).isEmpty();
    }

    @Test
    void theDayAfterWhatMayBeDeletedIsComputed() throws SQLException {
        fixture.execute("update city set raw_from = '2026-06-25 22:00Z'");
        mark("2026-06-26");

        recompute();

        assertThat(fixture.column("select count from rollup_day")).containsExactly("1");
    }

    /** A reading at noon of a day that is rolled up. */
    private void mark(String day) {
        fixture.store().write(List.of(message(day, row(1, day + "T10:00:00Z", 50))), 1);
        fixture.execute("update latest set rolled_until = '2026-06-30T22:00Z'");
        fixture.execute("insert into rollup_mark values (1, '%sT00:00+02:00', 1)".formatted(day));
    }

    private void recompute() throws SQLException {
        assertThat(new MarkedDays(fixture.database()).recompute(1)).isEqualTo(1);
    }
}
