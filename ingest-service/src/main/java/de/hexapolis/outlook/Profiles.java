package de.hexapolis.outlook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.hexapolis.forecast.BinHistory;
import de.hexapolis.forecast.FillGroup;
import de.hexapolis.rules.AssetFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was learned of bins and groups, in table {@code forecast_profile}. Stateless. */
final class Profiles {
    static final String ALL = "group:bin";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String READ =
            "select profile from forecast_profile where subject = ? and kind = 'full' and channel = ''";
    private static final String WRITE =
            """
            insert into forecast_profile (subject, kind, channel, fitted_at, profile) values (?, 'full', '', ?, ?::jsonb)
            on conflict (subject, kind, channel) do update set fitted_at = excluded.fitted_at, profile = excluded.profile
            """;

    private Profiles() {}

    static String subject(AssetFacts asset) {
        return "asset:" + asset.id();
    }

    /** From the smallest to the largest: bins of the same first tag in the city, of the city, all. */
    static List<String> groups(AssetFacts asset) {
        String city = "group:%s/bin".formatted(asset.city());
        return asset.tags().stream()
                .sorted()
                .findFirst()
                .map(tag -> List.of(city + "/" + tag, city, ALL))
                .orElse(List.of(city, ALL));
    }

    static Optional<BinHistory> history(Connection connection, AssetFacts asset) throws SQLException {
        return read(connection, subject(asset)).map(text -> parsed(text, BinHistory.class));
    }

    /** The smallest group of the asset of which something is known. */
    static Named group(Connection connection, AssetFacts asset) throws SQLException {
        for (String name : groups(asset)) {
            Optional<String> found = read(connection, name);
            if (found.isPresent()) {
                return new Named(name, parsed(found.get(), FillGroup.class));
            }
        }
        return new Named("usual", FillGroup.USUAL);
    }

    /** A group as it was fitted last; what is usual where it never was. */
    static FillGroup stored(Connection connection, String name) throws SQLException {
        return read(connection, name).map(text -> parsed(text, FillGroup.class)).orElse(FillGroup.USUAL);
    }

    record Named(String name, FillGroup group) {}

    static void write(Connection connection, String subject, Object profile, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setString(1, subject);
            statement.setObject(2, SqlTime.of(now));
            statement.setString(3, text(profile));
            statement.executeUpdate();
        }
    }

    private static Optional<String> read(Connection connection, String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Empty where it cannot be read: one among many, which is learned anew within a day. */
    static <T> Optional<T> readable(String text, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(text, type));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    static <T> T parsed(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored profile that cannot be read", defect);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a profile that cannot be written", defect);
        }
    }
}
