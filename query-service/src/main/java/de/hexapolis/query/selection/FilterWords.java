package de.hexapolis.query.selection;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses cities, kinds, districts and status words that there are not, so that a slip is no empty answer. A city that
 * the caller may not see is not there for him. Stateless.
 */
public final class FilterWords {
    private static final NamedSql SQL = NamedSql.beside(FilterWords.class, "filter_words.sql");
    private static final int MOST_NAMED = 30;

    private FilterWords() {}

    /** @throws Problem naming the parameter, the word and those that would do */
    static void check(Connection connection, AssetFilter filter, Caller caller) throws SQLException {
        if (filter.cities().isEmpty()
                && filter.kinds().isEmpty()
                && filter.districts().isEmpty()
                && filter.statuses().isEmpty()) {
            return;
        }
        Map<String, SortedSet<String>> known = read(connection, filter, caller);
        checkCities(filter.cities(), known, Trouble.INVALID_PARAMETER);
        check("kind", filter.kinds(), known, "a kind", Trouble.INVALID_PARAMETER);
        check("district", filter.districts(), known, "a district there", Trouble.INVALID_PARAMETER);
        check("status", filter.statuses(), known, "a status word", Trouble.INVALID_PARAMETER);
    }

    /** The same of cities only. */
    public static void checkCities(Connection connection, Set<CityId> cities, Caller caller) throws SQLException {
        checkCities(connection, cities, caller, Trouble.INVALID_PARAMETER);
    }

    /** @param trouble whether a parameter or the body is to blame */
    public static void checkCities(Connection connection, Set<CityId> cities, Caller caller, Trouble trouble)
            throws SQLException {
        if (!cities.isEmpty()) {
            checkCities(cities, read(connection, AssetFilter.ALL, caller), trouble);
        }
    }

    private static void checkCities(Set<CityId> cities, Map<String, SortedSet<String>> known, Trouble trouble) {
        check("city", cities.stream().map(CityId::value).toList(), known, "a city that you may see", trouble);
    }

    private static void check(
            String parameter,
            Collection<String> asked,
            Map<String, SortedSet<String>> known,
            String what,
            Trouble trouble) {
        SortedSet<String> words = known.getOrDefault(parameter, new TreeSet<>());
        for (String word : asked) {
            if (!words.contains(word)) {
                String some = words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
                String would = words.isEmpty()
                        ? "there is none"
                        : "one of " + some + (words.size() > MOST_NAMED ? ", … would do" : " would do");
                throw trouble.problem(parameter, "'%s' is not %s; %s".formatted(word, what, would));
            }
        }
    }

    private static Map<String, SortedSet<String>> read(Connection connection, AssetFilter filter, Caller caller)
            throws SQLException {
        Map<String, Object> values = new HashMap<>();
        values.put("sees_all", caller.isOperator());
        values.put("staffed", connection.createArrayOf("text", caller.ownCities()));
        values.put("of_kinds", !filter.kinds().isEmpty());
        values.put("of_districts", !filter.districts().isEmpty());
        values.put("of_statuses", !filter.statuses().isEmpty());
        List<String> cities = filter.cities().stream().map(CityId::value).toList();
        values.put("cities", connection.createArrayOf("text", cities.toArray()));
        Map<String, SortedSet<String>> words = new HashMap<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                words.computeIfAbsent(row.getString(1), parameter -> new TreeSet<>())
                        .add(row.getString(2));
            }
        }
        return words;
    }
}
