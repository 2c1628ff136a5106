package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovedTest {
    /** A degree of latitude is about 111,195 m; the asset stands at 50.55. */
    private static Fix fix(int n, double metres, double accuracy) {
        return new Fix(1, Sensing.at(n), 9.68, 50.55 + metres / 111_195, accuracy);
    }

    private static Verdict judge(Fix... fixes) {
        return Presets.beaconMoved().judge(new Sensing().with(fixes).sensed(), Optional.empty());
    }

    @Test
    void twoPositionsFartherAwayThanTheyAreInexactOpen() {
        assertThat(judge(fix(0, 5, 10), fix(1, 65, 10), fix(2, 66, 10)).episodes())
                .extracting(Episode::began)
                .containsExactly(Sensing.at(1));
    }

    @Test
    void inexactPositionsAndASingleOneOpenNothing() {
        assertThat(judge(fix(0, 65, 30), fix(1, 66, 30)).episodes()).isEmpty();
        assertThat(judge(fix(0, 90, 10), fix(1, 5, 10), fix(2, 90, 10)).episodes())
                .isEmpty();
    }

    @Test
    void itEndsWhenItIsBack() {
        assertThat(judge(fix(0, 90, 5), fix(1, 90, 5), fix(2, 35, 5), fix(3, 20, 5), fix(4, 10, 5))
                        .episodes()
                        .get(0)
                        .ended())
                .contains(Sensing.at(3));
    }
}
