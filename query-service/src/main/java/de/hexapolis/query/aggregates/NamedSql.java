package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement in a file beside this class whose parameters have names: {@code :from}, as often as it likes. psql
 * takes the same file. Immutable.
 *
 * @param sql with question marks
 * @param names of the question marks, in order
 */
record NamedSql(String sql, List<String> names) {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

    static NamedSql beside(String file) {
        String text = COMMENT.matcher(Sql.beside(NamedSql.class, file)).replaceAll("");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return new NamedSql(name.replaceAll("?"), List.copyOf(names));
    }

    /** The statement with its values: what JDBC's setObject takes. The caller closes it. */
    PreparedStatement with(Connection connection, Map<String, Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < names.size(); i++) {
                Object value = values.get(names.get(i));
                if (value == null) {
                    throw new IllegalStateException("no value for :" + names.get(i));
                }
                statement.setObject(i + 1, value);
            }
            return statement;
        } catch (SQLException | RuntimeException trouble) {
            statement.close();
            throw trouble;
        }
    }
}
