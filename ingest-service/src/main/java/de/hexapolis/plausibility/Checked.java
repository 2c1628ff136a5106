package de.hexapolis.plausibility;

import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.Quiet;
import java.time.Instant;
import java.util.List;

/**
 * What one check says of one series. Immutable.
 *
 * @param spans those that are open, or end within what is judged anew
 * @param quiet values that change nothing
 * @param nextAt when it may change though nothing comes
 */
record Checked(List<FlagSpan> spans, Quiet quiet, Instant nextAt) {
    static final Checked NOTHING = new Checked(List.of(), Quiet.ALWAYS, Instant.MAX);

    Checked {
        spans = List.copyOf(spans);
    }

    /** While a flag is open, every reading is looked at. */
    static Checked open(FlagSpan span) {
        return new Checked(List.of(span), Quiet.NEVER, Instant.MAX);
    }
}
