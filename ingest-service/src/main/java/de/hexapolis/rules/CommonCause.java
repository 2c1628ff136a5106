package de.hexapolis.rules;

import java.time.Duration;

/**
 * When the silence of many devices is told once, at what they share. Immutable.
 *
 * @param ruleId of the alert at the cause
 * @param by {@code source} or {@code gateway}
 * @param atLeast so many devices must share it
 * @param share and this share of them must be overdue, from 0 to 1
 * @param silentFor for so long at least it must be silent
 * @param intervals or for so many of its usual gaps
 */
public record CommonCause(
        String ruleId,
        String by,
        int atLeast,
        double share,
        Duration silentFor,
        int intervals,
        Severity severity,
        Names title) {}
