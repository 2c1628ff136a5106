package de.hexapolis.outlook;

import de.hexapolis.rules.AssetFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Trees whose soil is measured at one depth, of which one finds those like another. Immutable. */
final class Donors {
    private static final int MOST = 2_000;
    private static final int FEWEST = 3;
    /** The closest first; what is fewer than three is not asked. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("city", "site", "soil", "age"),
            List.of("city", "soil", "age"),
            List.of("city", "age"),
            List.of("age"));

    private static final String SQL =
            """
            select a.city_id, a.properties, (f.basis ->> 'slope')::float8 as slope,
                (f.basis ->> 'spell_from')::timestamptz as spell_from
            from forecast f join asset a using (asset_id)
            where f.kind = 'dry' and f.channel = ? and f.carried_from = 0 and not a.retired
                and f.made_at > ?::timestamptz - interval '24 hours'
            order by md5(a.asset_id::text) limit ?
            """;

    private final List<Donor> all;
    private final int year;

    private Donors(List<Donor> all, int year) {
        this.all = all;
        this.year = year;
    }

    /** @param spellFrom since when its soil dries */
    record Donor(Likeness likeness, double slope, Instant spellFrom) {}

    /** @param alike in what they agree with the tree */
    record Chosen(List<Donor> donors, List<String> alike) {}

    static Donors at(Connection connection, String channel, Instant now, int year) throws SQLException {
        List<Donor> donors = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, channel);
            statement.setObject(2, SqlTime.of(now));
            statement.setInt(3, MOST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    donors.add(new Donor(
                            Likeness.of(row.getString(1), ReadAssets.json(row.getString(2)), year),
                            row.getDouble("slope"),
                            SqlTime.instant(row, "spell_from")));
                }
            }
        }
        return new Donors(donors, year);
    }

    /** As alike as there are three of; none, if there are not three of the same age. */
    Chosen like(AssetFacts tree) {
        Likeness own = Likeness.of(tree.city().value(), tree.properties(), year);
        for (List<String> alike : ALIKE) {
            List<Donor> found = all.stream()
                    .filter(donor -> alike.stream()
                            .allMatch(what -> Objects.equals(
                                    own.of(what), donor.likeness().of(what))))
                    .toList();
            if (found.size() >= FEWEST) {
                return new Chosen(found, alike);
            }
        }
        return new Chosen(List.of(), List.of());
    }
}
