package de.hexapolis.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.trials.report.Section;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void findsThatADatabaseNeverCameBack() throws InterruptedException {
        Section section = Trial.finding(Row.F10, () -> {
            throw new IllegalStateException("PostgreSQL does not answer");
        });

        assertThat(section.skipped()).isEmpty();
        assertThat(section.holds()).isFalse();
        assertThat(section.checks()).singleElement().satisfies(check -> assertThat(check.found())
                .isEqualTo("PostgreSQL does not answer"));
    }
}
