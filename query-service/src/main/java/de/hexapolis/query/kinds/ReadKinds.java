package de.hexapolis.query.kinds;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads all kinds, by name. Stateless. */
final class ReadKinds {
    private static final String SQL =
            "select kind, name_de, name_en, main_quantity, settings from asset_kind order by kind";

    private ReadKinds() {}

    static List<Kind> run(Connection connection) throws SQLException {
        List<Kind> kinds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<String> quantity = Optional.ofNullable(row.getString("main_quantity"));
                kinds.add(new Kind(
                        row.getString("kind"),
                        new Kind.Name(row.getString("name_de"), row.getString("name_en")),
                        quantity,
                        quantity.flatMap(Quantity::named)
                                .map(known -> known.unit().symbol()),
                        Jsonb.tree(row, "settings").orElseThrow()));
            }
        }
        return kinds;
    }
}
