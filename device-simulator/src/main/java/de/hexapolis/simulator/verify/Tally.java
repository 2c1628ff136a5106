package de.hexapolis.simulator.verify;

import java.util.ArrayList;
import java.util.List;

/** The counts of a comparison while it goes on, with the first few of what is wrong. One thread. */
final class Tally {
    private static final int EXAMPLES = 10;

    long stored;
    long storedUnacknowledged;
    long missing;
    long duplicated;
    long ghosts;
    long altered;
    long quarantinedPoison;
    long quarantinedGood;
    long storedSum;
    long expectedSum;
    private final List<String> examples = new ArrayList<>();

    /** For people: what exactly is wrong. */
    void note(String wrong) {
        if (examples.size() < EXAMPLES) {
            examples.add(wrong);
        }
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    Verdict verdict(long sent, long acknowledged) {
        return new Verdict(
                sent,
                acknowledged,
                stored,
                storedUnacknowledged,
                missing,
                duplicated,
                ghosts,
                altered,
                quarantinedPoison,
                quarantinedGood,
                storedSum,
                expectedSum);
    }
}
