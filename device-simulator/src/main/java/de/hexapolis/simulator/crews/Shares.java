package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.dice.Dice;
import java.util.Arrays;

/** Which share of the work ends how. Immutable. */
record Shares(double done, double late, double wrong, double notDone) {
    private static final double TOLERANCE = 1e-6;

    /** How the work at one asset ends. */
    enum Outcome {
        /** Done, and told at once. */
        DONE,
        /** Done, but the phone finds no network for hours, and then tells it three times. */
        LATE,
        /** Told to be done, and was not, or somewhere else. */
        WRONG,
        /** Nobody comes. */
        NOT_DONE
    }

    /**
     * @param text such as {@code 0.8,0.08,0.05,0.07}
     * @throws BadInput if those are not four shares that make a whole
     */
    static Shares parse(String text) {
        try {
            double[] shares = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            boolean fine = shares.length == 4
                    && Arrays.stream(shares).allMatch(share -> share >= 0)
                    && Math.abs(Arrays.stream(shares).sum() - 1) < TOLERANCE;
            if (fine) {
                return new Shares(shares[0], shares[1], shares[2], shares[3]);
            }
        } catch (NumberFormatException notNumbers) {
            throw new BadInput(refusal(text), notNumbers);
        }
        throw new BadInput(refusal(text));
    }

    private static String refusal(String text) {
        return "--crews %s: four shares that sum to 1 (done, late, wrong, not done), such as 0.8,0.08,0.05,0.07"
                .formatted(text);
    }

    Outcome draw(Dice dice) {
        double drawn = dice.uniform();
        if (drawn < done) {
            return Outcome.DONE;
        }
        if (drawn < done + late) {
            return Outcome.LATE;
        }
        return drawn < done + late + wrong ? Outcome.WRONG : Outcome.NOT_DONE;
    }
}
