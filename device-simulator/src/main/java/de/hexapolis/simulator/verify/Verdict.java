package de.hexapolis.simulator.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of the messages of a ledger. Immutable.
 *
 * @param sent attempted, whether acknowledged or not
 * @param acknowledged by the broker with reason code 0x00, poison included
 * @param stored good messages of which every reading is in the store
 * @param storedUnacknowledged of these, those whose acknowledgement never came
 * @param missing acknowledged, and neither stored whole nor in quarantine
 * @param duplicated readings that are there more than once, or both in the store and in quarantine
 * @param ghosts rows that were never attempted, poison that was stored included
 * @param altered readings with another value than was sent
 * @param quarantinedPoison poison that is in quarantine, where it belongs
 * @param quarantinedGood good messages in quarantine, where they do not belong
 * @param storedSum sum of all readings found, in hundredths
 * @param expectedSum what that sum should be
 */
record Verdict(
        long sent,
        long acknowledged,
        long stored,
        long storedUnacknowledged,
        long missing,
        long duplicated,
        long ghosts,
        long altered,
        long quarantinedPoison,
        long quarantinedGood,
        long storedSum,
        long expectedSum) {
    /** Whether the store is exactly what the ledger says, and the ledger says anything of what was sent. */
    boolean holds() {
        return !nothingAcknowledged()
                && missing == 0
                && duplicated == 0
                && ghosts == 0
                && altered == 0
                && quarantinedGood == 0;
    }

    /** Messages were sent, and all of them are lost or were refused: a store with nothing of them proves nothing. */
    private boolean nothingAcknowledged() {
        return sent > 0 && acknowledged == 0;
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("holds", holds());
        facts.put("sent", sent);
        facts.put("acknowledged", acknowledged);
        facts.put("stored", stored);
        facts.put("stored_unacknowledged", storedUnacknowledged);
        facts.put("missing", missing);
        facts.put("duplicated", duplicated);
        facts.put("ghosts", ghosts);
        facts.put("altered", altered);
        facts.put("quarantined_poison", quarantinedPoison);
        facts.put("quarantined_good", quarantinedGood);
        facts.put("stored_sum", storedSum / 100.0);
        facts.put("expected_sum", expectedSum / 100.0);
        return facts;
    }
}
