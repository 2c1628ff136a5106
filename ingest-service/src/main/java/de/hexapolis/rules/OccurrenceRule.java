package de.hexapolis.rules;

import java.util.List;

/** How something that happened is told from readings. */
public sealed interface OccurrenceRule permits EmptyingRule, WettingRule {
    /** Of assets. */
    List<String> kinds();
}
