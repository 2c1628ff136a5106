package de.hexapolis.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {
    @ParameterizedTest
    @CsvSource({
        ", true, true",
        "08006, true, true",
        "25006, true, true",
        "53300, true, true",
        "57P01, true, true",
        "58030, true, true",
        "57014, false, true",
        "40P01, false, true",
        "23505, false, false",
        "22001, false, false",
        "42P01, false, false",
        "55P03, false, false"
    })
    void tellsWhetherTheDatabaseIsAwayAndWhetherTheSameMayDoLater(String state, boolean away, boolean passes) {
        SQLException failure = new SQLException("x", state);

        assertThat(DatabaseTrouble.isAway(failure)).isEqualTo(away);
        assertThat(DatabaseTrouble.mayPass(failure)).isEqualTo(passes);
    }

    @Test
    void aDefectIsNoDatabaseThatIsAway() {
        assertThat(DatabaseTrouble.isAway(new IllegalStateException("a defect")))
                .isFalse();
    }
}
