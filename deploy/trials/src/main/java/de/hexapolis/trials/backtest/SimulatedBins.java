package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Level;
import de.hexapolis.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Bins of the device simulator, which knows how full they are and when they would be full had nobody emptied them. */
final class SimulatedBins {
    static final String FILE = "truth.csv";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int LEARNING_DAYS = 21;
    private static final String LIMIT = "85";
    /** The simulator's generated fleets have six bins among ten devices. */
    private static final double BINS_AMONG_DEVICES = 0.6;

    private SimulatedBins() {}

    static Dataset make(int bins, int weeks, long seed, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        int exitCode = Simulator.run(
                "truth",
                "--json",
                "--devices",
                String.valueOf((int) Math.ceil(bins / BINS_AMONG_DEVICES)),
                "--seed",
                String.valueOf(seed),
                "--from",
                FROM.toString(),
                "--until",
                FROM.plusSeconds(weeks * 7L * 86_400).toString(),
                "--interval-scale",
                "2",
                "--full",
                LIMIT,
                "--out",
                file.toString());
        if (exitCode != 0) {
            throw new IOException("device-simulator truth ended with " + exitCode);
        }
        return read(file, "simulated, %d bins, %d weeks, seed %d".formatted(bins, weeks, seed));
    }

    static Dataset read(Path file, String title) throws IOException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[2].equals("bin"))
                    .forEach(cells -> rows.computeIfAbsent(cells[1], reference -> new ArrayList<>())
                            .add(Row.of(cells)));
        }
        List<Bin> bins = new ArrayList<>();
        rows.forEach((reference, own) -> bins.add(bin(reference, own)));
        return new Dataset("S", title, bins, true, LEARNING_DAYS);
    }

    private static Bin bin(String reference, List<Row> rows) {
        List<Level> readings = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        Instant morning = FROM.atZone(ZONE).with(MORNING).toInstant();
        for (Row row : rows) {
            row.reading().ifPresent(value -> readings.add(new Level(row.at(), value)));
            if (!row.at().isBefore(morning)) {
                origins.add(new Origin(row.at(), row.roundAt(), Math.min(100, row.levelAtRound()), row.fullIfLeft()));
                morning = row.at()
                        .atZone(ZONE)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(ZONE)
                        .toInstant();
            }
        }
        return new Bin(reference, ZONE, Double.parseDouble(LIMIT), readings, origins);
    }

    /** What the simulator says of a bin at one of its readings, which may not have arrived. */
    private record Row(
            Instant at, Optional<Instant> fullIfLeft, Instant roundAt, double levelAtRound, Optional<Double> reading) {
        static Row of(String[] cells) {
            return new Row(
                    Instant.parse(cells[4]),
                    cells[6].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cells[6])),
                    Instant.parse(cells[8]),
                    Double.parseDouble(cells[9]),
                    cells[10].isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(cells[10])));
        }
    }
}
