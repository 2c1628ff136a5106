package de.hexapolis.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeLogTest {
    @ParameterizedTest
    @CsvSource({
        "100, 5000, 5000, true",
        "100, 5000, 99, true",
        "100, 5000, 98, false",
        "100, 5000, 5001, false",
        "100, 50000, 40000, true",
        "100, 50000, 39999, false",
        "0, 0, 0, true"
    })
    void goesOnWhereNothingIsMissingAndNotTooMuch(long oldest, long newest, long last, boolean goesOn) {
        assertThat(new NoticeLog(oldest, newest).goesOnAfter(last)).isEqualTo(goesOn);
    }
}
