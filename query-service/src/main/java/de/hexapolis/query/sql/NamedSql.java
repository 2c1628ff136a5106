package de.hexapolis.query.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement in a file beside its class whose parameters have names: {@code :from}, as often as it likes. psql
 * takes the same file. Immutable.
 *
 * @param sql with question marks
 * @param names of the question marks, in order
 */
public record NamedSql(String sql, List<String> names) {
    /** SQL's null. */
    public static final Object NOTHING = new Object();

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

    public static NamedSql beside(Class<?> statement, String file) {
        String text = COMMENT.matcher(Sql.beside(statement, file)).replaceAll("");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return new NamedSql(name.replaceAll("?"), List.copyOf(names));
    }

    /** The statement with its values: what JDBC's setObject takes, or {@link #NOTHING}. The caller closes it. */
    public PreparedStatement with(Connection connection, Map<String, Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < names.size(); i++) {
                Object value = values.get(names.get(i));
                if (value == null) {
                    throw new IllegalStateException("no value for :" + names.get(i));
                }
                if (value == NOTHING) {
                    statement.setNull(i + 1, Types.OTHER);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            return statement;
        } catch (SQLException | RuntimeException trouble) {
            statement.close();
            throw trouble;
        }
    }
}
