package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 32 public bins of Wyndham City for 15 days: one reading each morning in steps of 20 %, emptied that day when it says
 * {@code FULLNESS}. The next round is the next morning's.
 */
final class WyndhamBins {
    static final String FILE = "wyndham_bin_fill_15days.csv";
    private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    private static final int FIRST_SCORED = 5;
    private static final int FEWEST_DAYS = 10;

    private WyndhamBins() {}

    private record Row(LocalDate day, double percent, double limit, boolean emptied) {
        Instant morning() {
            return day.atTime(8, 0).atZone(ZONE).toInstant();
        }

        /** After that day's emptying, if there was one. */
        Instant known() {
            return emptied ? morning().plusSeconds(60) : morning();
        }
    }

    static Dataset read(Path folder) throws IOException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(folder.resolve(FILE)).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.computeIfAbsent(cells[0], serial -> new ArrayList<>())
                    .add(new Row(
                            LocalDate.parse(cells[1]),
                            10 * Double.parseDouble(cells[2]),
                            10 * Double.parseDouble(cells[3]),
                            cells[4].equals("FULLNESS")));
        }
        List<Bin> bins = new ArrayList<>();
        rows.forEach((serial, days) -> {
            if (days.size() >= FEWEST_DAYS) {
                bins.add(bin(serial, days));
            }
        });
        return new Dataset("W", "Wyndham City, 32 bins, 15 days", bins, false, FIRST_SCORED);
    }

    private static Bin bin(String serial, List<Row> days) {
        List<Level> readings = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            Row row = days.get(day);
            readings.add(new Level(row.morning(), row.percent()));
            if (row.emptied()) {
                readings.add(new Level(row.known(), 0));
            }
            if (day + 1 < days.size()) {
                Row next = days.get(day + 1);
                origins.add(new Origin(row.known(), next.morning(), next.percent(), Optional.empty()));
            }
        }
        return new Bin(serial, ZONE, days.get(0).limit(), readings, origins);
    }
}
