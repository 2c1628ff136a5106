package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiseTest {
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private static Course hot(double... values) {
        return Sensing.course(1, Quantity.DEVICE_TEMPERATURE, "", Sensing.points(MINUTES, values));
    }

    private static Verdict rise(double... values) {
        return Presets.fireRise().judge(new Sensing().of(hot(values)).sensed(), Optional.empty());
    }

    @Test
    void aQuickRiseOpensAndSaysFromWhatToWhat() {
        Episode episode = rise(22, 23, 34).episodes().get(0);

        assertThat(episode.began()).isEqualTo(Sensing.START.plus(MINUTES.multipliedBy(2)));
        assertThat(episode.evidence().reasons()).extracting(Reason::value).containsExactly(23.0, 34.0);
    }

    @Test
    void aSlowRiseAndARiseInTheColdOpenNothing() {
        assertThat(rise(20, 24, 28, 32, 36).episodes()).isEmpty();
        assertThat(rise(2, 14, 24).episodes()).isEmpty();
    }

    @Test
    void endsWithTheFirstReadingAnHourAfterTheLastRise() {
        double[] values = new double[15];
        java.util.Arrays.fill(values, 40);
        values[0] = 20;
        Episode episode = rise(values).episodes().get(0);

        assertThat(episode.ended()).contains(Sensing.START.plus(MINUTES.multipliedBy(14)));
    }

    @Test
    void anyOfEventHeatAndRiseIsOneFire() {
        Sensing sensing = new Sensing()
                .of(hot(20, 40, 80, 80))
                .with(new Signal(1, Sensing.START.plusSeconds(330), "fire", BooleanNode.TRUE));
        Verdict verdict = Presets.binFire().judge(sensing.sensed(), Optional.empty());

        assertThat(verdict.episodes()).hasSize(1);
        assertThat(verdict.episodes().get(0).began()).isEqualTo(Sensing.START.plus(MINUTES));
    }

    @Test
    void aBinThatIsTippedByItsEmptyingIsNotTippedOver() {
        Course tilt =
                Sensing.course(1, Quantity.TILT, "", Sensing.points(Duration.ofMinutes(10), 2, 45, 44, 45, 46, 3));
        Sensing sensing = new Sensing().of(tilt);

        assertThat(Presets.binTilt().judge(sensing.sensed(), Optional.empty()).episodes())
                .hasSize(1);
        sensing.with(new Happening("emptying", Sensing.START.plusSeconds(1_500), false));
        assertThat(Presets.binTilt().judge(sensing.sensed(), Optional.empty()).episodes())
                .isEmpty();
    }
}
