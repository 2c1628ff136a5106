package de.hexapolis.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final int DEVICES = 200;
    private static final int MESSAGES = 1_000;

    @Test
    void walkByHalfAPointAMessageUnlessTheBinIsEmptied() {
        int emptied = 0;
        for (int device = 0; device < DEVICES; device++) {
            for (int seq = 1; seq < MESSAGES; seq++) {
                int step = level(device, seq) - level(device, seq - 1);
                if (step < -8_000) {
                    emptied++;
                } else {
                    assertThat(step).isBetween(-50, 50);
                }
            }
        }
        assertThat(emptied / (double) DEVICES).isBetween(1.5, 3.0);
    }

    @Test
    void crossALimitOnceInAHundredMessages() {
        int crossings = 0;
        for (int device = 0; device < DEVICES; device++) {
            int band = band(level(device, 0));
            for (int seq = 1; seq < MESSAGES; seq++) {
                int now = band(level(device, seq));
                crossings += now == band ? 0 : 1;
                band = now;
            }
        }
        assertThat(crossings / (double) (DEVICES * MESSAGES)).isBetween(0.005, 0.03);
    }

    @Test
    void stayPutInEverythingButTheFillLevel() {
        for (int kind = 1; kind < 8; kind++) {
            for (int seq = 0; seq < MESSAGES; seq++) {
                assertThat(Math.abs(Values.WALK.hundredths(3, seq, kind) - Values.WALK.hundredths(3, 0, kind)))
                        .isLessThanOrEqualTo(32);
            }
        }
    }

    @Test
    void areAllOfFourDigits() {
        for (Values values : Values.values()) {
            for (int seq = 0; seq < MESSAGES; seq++) {
                for (int kind = 0; kind < 8; kind++) {
                    assertThat(values.hundredths(7, seq, kind)).isBetween(1_000, 9_999);
                }
            }
        }
    }

    private static int level(int device, int seq) {
        return Values.WALK.hundredths(device, seq, 0);
    }

    private static int band(int hundredths) {
        return hundredths < 2_500 ? 0 : hundredths < 7_000 ? 1 : hundredths < 8_500 ? 2 : 3;
    }
}
