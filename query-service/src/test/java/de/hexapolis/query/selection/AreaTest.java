package de.hexapolis.query.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON((9 50, 10 50, 10 51, 9 51, 9 50))",
                "multipolygon(((9 50, 10 50, 10 51, 9 51, 9 50)))",
                "9,50;10,50;10,51;9,51",
                "9 50 ; 10 50; 10 51;9 51 ;9 50"
            })
    void containsWhatLiesWithinOrOnItsBorder(String text) {
        Area area = Area.parse(text);
        assertThat(area.contains(9.5, 50.5)).isTrue();
        assertThat(area.contains(9, 50)).isTrue();
        assertThat(area.contains(8.9, 50.5)).isFalse();
        assertThat(area.bounds()).isEqualTo(new Box(9, 50, 10, 51));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "9,50",
                "9,50;10,50",
                "POINT(9 50)",
                "POLYGON EMPTY",
                "POLYGON((9 50, 10 50",
                "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))",
                "9,50;10,50;200,51",
                "1e400,50;10,50;10,51",
                "nonsense"
            })
    void refusesWhatIsNoArea(String text) {
        assertThatThrownBy(() -> Area.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void narrowsABoxToWhatBothHold() {
        assertThat(new Box(0, 0, 10, 10).within(new Box(5, 5, 20, 20))).isEqualTo(new Box(5, 5, 10, 10));
        assertThat(new Box(0, 0, 1, 1).within(new Box(5, 5, 6, 6))).isEqualTo(new Box(1, 1, 1, 1));
    }
}
