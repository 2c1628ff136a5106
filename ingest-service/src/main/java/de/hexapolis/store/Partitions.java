package de.hexapolis.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Makes sure that the weeks into which readings fall have a partition on PostgreSQL; TimescaleDB makes its chunks by
 * itself. Partitions are made apart and attached, which does not hold up readers and writers. Thread-safe.
 */
public final class Partitions {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'observation_w'yyyyMMdd");
    private static final String KNOWN =
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'observation'::regclass
            """;
    private static final String IS_PARTITIONED =
            "select relkind = 'p' from pg_class where oid = 'observation'::regclass";
    private static final String LOCK = "select pg_advisory_xact_lock(740002)";

    private final DataSource database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    public Partitions(DataSource database) {
        this.database = database;
    }

    /** Makes the missing partitions of a batch; costs nothing when there is none. */
    void ensureFor(List<MessageRows> batch) throws RowRefused {
        Set<LocalDate> missing = batch.stream()
                .flatMap(message -> message.observations().stream())
                .map(row -> week(row.observedAt()))
                .filter(week -> !known.contains(week))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            create(missing);
        }
    }

    /** Makes the partitions from one instant's week to another's ahead of time. */
    public void ensure(Instant from, Instant until) throws SQLException {
        Set<LocalDate> weeks = new TreeSet<>();
        for (LocalDate week = week(from); !week.isAfter(week(until)); week = week.plusWeeks(1)) {
            weeks.add(week);
        }
        weeks.removeAll(known);
        createMissing(weeks);
    }

    /** Forgets which partitions there are: after some were dropped. */
    public void forget() {
        known.clear();
    }

    private void create(Set<LocalDate> weeks) throws RowRefused {
        try {
            createMissing(weeks);
        } catch (SQLException failure) {
            throw RowRefused.orUnavailable(failure);
        }
    }

    private void createMissing(Set<LocalDate> weeks) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
                if (isPartitioned(statement)) {
                    Set<String> existing = names(statement);
                    for (LocalDate week : weeks) {
                        if (!existing.contains(NAME.format(week))) {
                            createWeek(statement, week);
                        }
                    }
                }
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        known.addAll(weeks);
    }

    /** The statement's parts are dates that we format ourselves: SQL takes no parameters here. */
    private static void createWeek(Statement statement, LocalDate week) throws SQLException {
        String name = NAME.format(week);
        statement.execute("create table %s (like observation including all)".formatted(name));
        statement.execute("alter table observation attach partition %s for values from ('%sT00:00Z') to ('%sT00:00Z')"
                .formatted(name, week, week.plusWeeks(1)));
    }

    private static boolean isPartitioned(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(IS_PARTITIONED)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static Set<String> names(Statement statement) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet result = statement.executeQuery(KNOWN)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static LocalDate week(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
