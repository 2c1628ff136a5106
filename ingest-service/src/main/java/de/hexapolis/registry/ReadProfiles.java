package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads all profiles and parses those whose text has changed since the last time. A text that is no profile any more
 * leaves its devices without one, and their messages wait in quarantine. One thread.
 */
final class ReadProfiles {
    private static final Logger LOG = Logger.getLogger(ReadProfiles.class);
    private static final String SQL = "select profile_id, document from profile";

    private record Parsed(String document, Optional<DeviceProfile> profile) {}

    private final ProfileParser parser;
    private Map<String, Parsed> known = Map.of();

    ReadProfiles(ProfileParser parser) {
        this.parser = parser;
    }

    Map<String, Optional<DeviceProfile>> from(Connection connection) throws SQLException {
        Map<String, Parsed> read = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                read.put(id, parsed(id, rows.getString(2)));
            }
        }
        known = read;
        Map<String, Optional<DeviceProfile>> profiles = new HashMap<>();
        read.forEach((id, parsed) -> profiles.put(id, parsed.profile()));
        return profiles;
    }

    private Parsed parsed(String id, String document) {
        Parsed before = known.get(id);
        if (before != null && before.document().equals(document)) {
            return before;
        }
        try {
            return new Parsed(document, Optional.of(parser.parse(document, id)));
        } catch (ProfileException unreadable) {
            LOG.errorf("profile %s in the registry cannot be read: %s", id, unreadable.getMessage());
            return new Parsed(document, Optional.empty());
        }
    }
}
