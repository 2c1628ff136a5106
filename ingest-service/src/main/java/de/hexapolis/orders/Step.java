package de.hexapolis.orders;

/** What an act makes of a state. */
public sealed interface Step {
    /** It becomes another one. */
    record To(AlertState state) implements Step {}

    /** It was so already, or all is over: worth a row in the history, and nothing else. */
    record Stays() implements Step {}

    /** It makes no sense. */
    record Refused(String why) implements Step {}
}
