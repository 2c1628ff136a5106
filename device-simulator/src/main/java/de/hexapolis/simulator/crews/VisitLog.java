package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.fleet.Site;
import de.hexapolis.simulator.physics.LocalHour;
import de.hexapolis.simulator.physics.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What crews did, in a file that only grows: read at start, so that a simulator that was killed does not fill the bins again
 * that were emptied. A line is on disk before the world knows of it; half a line, written when the end came, is cut off.
 * Thread-safe.
 *
 * <p>Its first line may say since when the world's own rounds stay away: {@code # rounds until 2026-07-01T00:00:00Z}.
 */
public final class VisitLog implements Visits, AutoCloseable {
    private static final String ROUNDS_UNTIL = "# rounds until ";

    private final Path path;
    private final FileChannel file;
    private final Map<Place, List<Visit>> visits = new ConcurrentHashMap<>();
    private long firstDayWithoutRounds = Long.MAX_VALUE;

    private record Place(String city, String reference) {}

    private VisitLog(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the log, or begins one.
     *
     * @param withoutRounds whether in a log that begins now the world's own rounds end now
     * @throws BadInput if the file cannot be written, or is none
     */
    public static VisitLog open(Path path, Optional<Instant> withoutRounds) {
        try {
            boolean begins = !Files.exists(path) || Files.size(path) == 0;
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            VisitLog log = new VisitLog(path, file);
            if (begins && withoutRounds.isPresent()) {
                log.append(ROUNDS_UNTIL + withoutRounds.get());
            }
            log.read();
            return log;
        } catch (IOException refused) {
            throw new BadInput("%s: cannot be written: %s".formatted(path, refused), refused);
        }
    }

    /** Appends; when this returns, the visit is on disk. */
    public synchronized void add(Visit visit) {
        try {
            append(visit.line());
        } catch (IOException lost) {
            throw new UncheckedIOException("%s: a visit cannot be written".formatted(path), lost);
        }
        remember(visit);
    }

    /** Whether somebody was there because of this alert, at that time or later. */
    boolean has(long alert, Site site, Instant since) {
        return at(site).stream()
                .anyMatch(visit -> visit.alert() == alert && !visit.at().isBefore(since));
    }

    /** How many there are. */
    int size() {
        return visits.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public List<LocalHour> on(Site site, long day) {
        List<Visit> all = at(site);
        if (all.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .map(visit -> LocalHour.of(visit.at(), site.zone()))
                .filter(hour -> hour.day() == day)
                .sorted(Comparator.comparingDouble(LocalHour::hour))
                .toList();
    }

    @Override
    public int known(Site site) {
        return at(site).size();
    }

    @Override
    public boolean roundsGo(long day) {
        return day < firstDayWithoutRounds;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("%s: cannot be closed".formatted(path), failed);
        }
    }

    private List<Visit> at(Site site) {
        return visits.getOrDefault(new Place(site.city().value(), site.reference()), List.of());
    }

    private void remember(Visit visit) {
        visits.merge(new Place(visit.city().value(), visit.reference()), List.of(visit), VisitLog::both);
    }

    private static List<Visit> both(List<Visit> one, List<Visit> other) {
        List<Visit> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        long end = file.size();
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
        file.force(false);
    }

    private void read() throws IOException {
        String text = Files.readString(path);
        int whole = text.lastIndexOf('\n') + 1;
        file.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        int number = 0;
        for (String line : text.substring(0, whole).lines().toList()) {
            number++;
            try {
                read(line);
            } catch (IllegalArgumentException | DateTimeException damaged) {
                throw new BadInput("%s:%d: %s".formatted(path, number, damaged.getMessage()), damaged);
            }
        }
    }

    private void read(String line) {
        if (line.startsWith(ROUNDS_UNTIL)) {
            Instant end = Instant.parse(line.substring(ROUNDS_UNTIL.length()));
            firstDayWithoutRounds = end.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() + 1;
        } else {
            remember(Visit.parse(line));
        }
    }
}
