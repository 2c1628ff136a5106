package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Verdict;
import java.util.List;

/** The contract: nothing lost, nothing twice, no ghosts, nothing altered. */
final class VerdictChecks {
    private VerdictChecks() {}

    static List<Check> of(Verdict verdict) {
        return List.of(
                Check.atLeast("messages acknowledged by the broker", (double) verdict.acknowledged(), 1, ""),
                Check.figure("messages stored", (double) verdict.stored(), ""),
                Check.figure("poison in quarantine", (double) verdict.quarantined(), ""),
                zero("lost", verdict.missing(), verdict),
                zero("duplicated", verdict.duplicated(), verdict),
                zero("ghosts", verdict.ghosts(), verdict),
                zero("altered", verdict.altered(), verdict),
                zero("good messages in quarantine", verdict.quarantinedGood(), verdict),
                new Check(
                        "the simulator's verdict",
                        verdict.holds() ? "holds" : verdict.examples(),
                        "holds",
                        verdict.holds()));
    }

    private static Check zero(String name, long found, Verdict verdict) {
        return found == 0 ? Check.equal(name, 0, 0) : new Check(name, found + " " + verdict.examples(), "0", false);
    }
}
