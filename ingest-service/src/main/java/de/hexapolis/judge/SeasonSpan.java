package de.hexapolis.judge;

import de.hexapolis.calendar.Season;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stretch of a season in which an instant lies, or that between two. Immutable.
 *
 * @param isOn whether the season is on
 * @param since when it began; {@link Instant#MIN}: more than a year ago
 * @param until when it ends; {@link Instant#MAX}: in more than a year
 */
record SeasonSpan(boolean isOn, Instant since, Instant until) {
    static final SeasonSpan ALWAYS = new SeasonSpan(true, Instant.MIN, Instant.MAX);

    private static final int MOST_DAYS = 367;

    private static final int MOST_KNOWN = 1_000;
    private static final Map<Day, SeasonSpan> KNOWN = new ConcurrentHashMap<>();

    /** Seasons begin and end with days. */
    private record Day(Season season, ZoneId zone, LocalDate date) {}

    static SeasonSpan of(Season season, ZoneId zone, Instant now) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(
                new Day(season, zone, now.atZone(zone).toLocalDate()), day -> found(season, zone, now));
    }

    private static SeasonSpan found(Season season, ZoneId zone, Instant now) {
        boolean isOn = season.covers(now, zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant since = Instant.MIN;
        for (int days = 1; days <= MOST_DAYS && since.equals(Instant.MIN); days++) {
            if (season.covers(start(today.minusDays(days), zone), zone) != isOn) {
                since = start(today.minusDays(days - 1L), zone);
            }
        }
        Instant until = Instant.MAX;
        for (int days = 1; days <= MOST_DAYS && until.equals(Instant.MAX); days++) {
            if (season.covers(start(today.plusDays(days), zone), zone) != isOn) {
                until = start(today.plusDays(days), zone);
            }
        }
        return new SeasonSpan(isOn, since, until);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
