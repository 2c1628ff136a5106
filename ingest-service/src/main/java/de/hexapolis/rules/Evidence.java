package de.hexapolis.rules;

import java.util.List;
import java.util.stream.Stream;

/** Why a rule speaks: the values that opened an episode, and what raised it last; at most {@link #MOST}. Immutable. */
public record Evidence(List<Reason> reasons) {
    public static final int MOST = 8;

    public Evidence {
        if (reasons.size() > MOST) {
            throw new IllegalArgumentException("more than %d reasons: %d".formatted(MOST, reasons.size()));
        }
        reasons = List.copyOf(reasons);
    }

    /** With further reasons, as far as there is room. */
    public Evidence and(List<Reason> further) {
        return new Evidence(
                Stream.concat(reasons.stream(), further.stream()).limit(MOST).toList());
    }
}
