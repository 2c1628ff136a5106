package de.hexapolis.orders;

import java.util.Locale;

/** Where an alert stands, and the one table of transitions. */
public enum AlertState {
    OPEN,
    NOTIFIED,
    ACKNOWLEDGED,
    IN_PROGRESS,
    DONE,
    NOT_POSSIBLE,
    VERIFIED,
    WITHDRAWN;

    /**
     * What an act makes of it. {@link #NOT_POSSIBLE} keeps an alert open, or a second one would come while the bin stays
     * full; what a person says of an alert that is over is recorded, for a phone may say it hours late.
     */
    public Step on(Act act) {
        return switch (act) {
            case NOTIFIED -> this == OPEN ? new Step.To(NOTIFIED) : refused(act);
            case ACKNOWLEDGE ->
                switch (this) {
                    case OPEN, NOTIFIED, NOT_POSSIBLE -> new Step.To(ACKNOWLEDGED);
                    case ACKNOWLEDGED, IN_PROGRESS, DONE, VERIFIED, WITHDRAWN -> new Step.Stays();
                };
            case START ->
                switch (this) {
                    case OPEN, NOTIFIED, ACKNOWLEDGED, NOT_POSSIBLE -> new Step.To(IN_PROGRESS);
                    case IN_PROGRESS, DONE, VERIFIED, WITHDRAWN -> new Step.Stays();
                };
            case DONE ->
                switch (this) {
                    case OPEN, NOTIFIED, ACKNOWLEDGED, IN_PROGRESS, NOT_POSSIBLE -> new Step.To(DONE);
                    case DONE, VERIFIED, WITHDRAWN -> new Step.Stays();
                };
            case NOT_POSSIBLE ->
                switch (this) {
                    case OPEN, NOTIFIED, ACKNOWLEDGED, IN_PROGRESS, DONE -> new Step.To(NOT_POSSIBLE);
                    case NOT_POSSIBLE, VERIFIED, WITHDRAWN -> new Step.Stays();
                };
            case ENDED -> isClosed() ? refused(act) : new Step.To(VERIFIED);
            case STILL_BAD -> this == DONE ? new Step.To(OPEN) : refused(act);
            case WITHDRAW ->
                switch (this) {
                    case OPEN, NOTIFIED, ACKNOWLEDGED, IN_PROGRESS, NOT_POSSIBLE -> new Step.To(WITHDRAWN);
                    case DONE -> new Step.To(VERIFIED);
                    case VERIFIED, WITHDRAWN -> refused(act);
                };
        };
    }

    private Step refused(Act act) {
        return new Step.Refused("an alert that is %s cannot be '%s'".formatted(wireName(), act.wireName()));
    }

    /** As the store and the wire name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AlertState named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public boolean isClosed() {
        return this == VERIFIED || this == WITHDRAWN;
    }
}
