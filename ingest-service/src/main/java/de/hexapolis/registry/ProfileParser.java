package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileException;

/** How the text of a profile becomes one; {@link DeviceProfile#parse} in the running service. */
@FunctionalInterface
public interface ProfileParser {
    /**
     * @param fileName for messages
     * @throws ProfileException naming line, field and reason
     */
    DeviceProfile parse(String yaml, String fileName) throws ProfileException;
}
