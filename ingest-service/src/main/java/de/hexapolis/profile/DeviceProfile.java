package de.hexapolis.profile;

/** A device profile as it was written. Immutable. */
public final class DeviceProfile {
    private final String yaml;

    private DeviceProfile(String yaml) {
        this.yaml = yaml;
    }

    /**
     * @param fileName for messages
     * @throws ProfileException if the text is no profile
     */
    public static DeviceProfile parse(String yaml, String fileName) throws ProfileException {
        if (yaml.isBlank()) {
            throw new ProfileException(fileName + " is empty");
        }
        return new DeviceProfile(yaml);
    }

    @Override
    public String toString() {
        return yaml;
    }
}
