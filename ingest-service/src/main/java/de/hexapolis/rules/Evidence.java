package de.hexapolis.rules;

import java.util.List;

/** Why a rule speaks: the values that opened an episode, and what raised it last; at most {@link #MOST}. Immutable. */
public record Evidence(List<Reason> reasons) {
    public static final int MOST = 8;

    public Evidence {
        if (reasons.size() > MOST) {
            throw new IllegalArgumentException("more than %d reasons: %d".formatted(MOST, reasons.size()));
        }
        reasons = List.copyOf(reasons);
    }
}
