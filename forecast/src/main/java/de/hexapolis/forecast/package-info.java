/**
 * When a bin will be full and a tree dry, with an interval: pure numbers, learned from readings alone.
 *
 * <p>A bin: {@link Cycles} cuts its levels at emptyings, {@link Segment}s say what gathered in a day, {@link GroupFit} learns
 * from many bins what is usual and how far bins, weekdays and cycles differ, {@link FillProfile} is one bin's own share of
 * it, {@link FillNow} its level and pace now, {@link FillForecast} the way ahead. A tree: {@link DryingSpells},
 * {@link DryProfile}, {@link DryForecast}. {@link Scores} say what a forecast was worth. Levels are percent, tensions kPa;
 * everything is immutable and thread-safe. {@code docs/forecasts.md} has the formulas.
 */
@NullMarked
package de.hexapolis.forecast;

import org.jspecify.annotations.NullMarked;
