package de.hexapolis.forecast;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/** A probe's tensions, four a day, from one wetting to the next. */
public final class DryingSpells {
    /** What is left of the tension after a wetting, at most. */
    private static final double LEFT = 0.85;

    private static final double LEFT_BY_LIGHT_RAIN = 0.96;

    private static final long BLOCK_SECONDS = 6 * 3600;

    private DryingSpells() {}

    /**
     * @param tensions believed ones in kPa, above 0, by rising time
     * @return none empty, by time; the last is under way
     */
    public static List<List<Level>> of(List<Level> tensions) {
        return cut(thinned(tensions), LEFT);
    }

    /** Parts of spells in which not even a light rain slowed the drying down: what a slope can be learned from. */
    static List<List<Level>> withoutRain(List<List<Level>> spells) {
        return spells.stream()
                .flatMap(spell -> cut(spell, LEFT_BY_LIGHT_RAIN).stream())
                .toList();
    }

    private static List<List<Level>> cut(List<Level> levels, double left) {
        List<List<Level>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= levels.size(); i++) {
            boolean ends = i == levels.size()
                    || levels.get(i).value() <= left * levels.get(i - 1).value();
            if (ends && i > start) {
                parts.add(List.copyOf(levels.subList(start, i)));
                start = i;
            }
        }
        return List.copyOf(parts);
    }

    /** The median of each six hours, at the last of its readings. */
    private static List<Level> thinned(List<Level> tensions) {
        List<Level> thin = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= tensions.size(); i++) {
            if (i == tensions.size() || block(tensions.get(i)) != block(tensions.get(start))) {
                double[] values = tensions.subList(start, i).stream()
                        .mapToDouble(Level::value)
                        .toArray();
                thin.add(new Level(tensions.get(i - 1).at(), new Median().evaluate(values)));
                start = i;
            }
        }
        return thin;
    }

    private static long block(Level level) {
        return Math.floorDiv(level.at().getEpochSecond(), BLOCK_SECONDS);
    }
}
