package de.hexapolis.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Parts a bin's cycles into what gathered day by day. */
public final class Segments {
    private static final Duration SHORTEST = Duration.ofHours(5);

    private Segments() {}

    /** From the first reading of a local day to that of the next, and to the last of the cycle. */
    public static List<Segment> of(List<List<Level>> cycles, ZoneId zone) {
        List<Segment> all = new ArrayList<>();
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            List<Level> anchors = anchors(cycles.get(cycle), zone);
            for (int i = 1; i < anchors.size(); i++) {
                add(all, anchors.get(i - 1), anchors.get(i), cycle);
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<Segment> all, Level from, Level until, int cycle) {
        if (Duration.between(from.at(), until.at()).compareTo(SHORTEST) >= 0) {
            all.add(new Segment(from.at(), until.at(), cycle, Math.max(0, until.value() - from.value())));
        }
    }

    private static List<Level> anchors(List<Level> cycle, ZoneId zone) {
        List<Level> anchors = new ArrayList<>();
        LocalDate day = LocalDate.MIN;
        for (Level level : cycle) {
            LocalDate its = level.at().atZone(zone).toLocalDate();
            if (its.isAfter(day)) {
                anchors.add(level);
                day = its;
            }
        }
        Level last = cycle.get(cycle.size() - 1);
        if (!last.equals(anchors.get(anchors.size() - 1))) {
            anchors.add(last);
        }
        return anchors;
    }

    /** Points gathered in each hour of the local day, falls of noise included so that they even out. */
    public static List<Double> gainByHour(List<List<Level>> cycles, ZoneId zone) {
        double[] hours = new double[24];
        for (List<Level> cycle : cycles) {
            for (int i = 1; i < cycle.size(); i++) {
                spread(cycle.get(i - 1), cycle.get(i), zone, hours);
            }
        }
        return Doubles.list(hours);
    }

    private static void spread(Level from, Level until, ZoneId zone, double[] hours) {
        double perMilli = (until.value() - from.value())
                / (until.at().toEpochMilli() - from.at().toEpochMilli());
        Instant at = from.at();
        while (at.isBefore(until.at())) {
            Instant next = Instant.ofEpochSecond((at.getEpochSecond() / 3600 + 1) * 3600);
            Instant end = next.isBefore(until.at()) ? next : until.at();
            hours[at.atZone(zone).getHour()] += perMilli * (end.toEpochMilli() - at.toEpochMilli());
            at = end;
        }
    }
}
