package de.hexapolis.profile;

/** How the decoded JSON of one kind of device becomes measurements, events and positions. Immutable, thread-safe. */
public final class DeviceProfile {
    private final String id;
    private final String version;

    private DeviceProfile(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /**
     * The profile in a YAML file.
     *
     * @param fileName for messages only
     * @throws ProfileException with all faults of the file: file, line, field, reason
     */
    public static DeviceProfile parse(String yaml, String fileName) throws ProfileException {
        YamlDocument document = YamlDocument.parse(yaml, fileName);
        return new DeviceProfile(
                document.root().path("profile").asText(),
                document.root().path("version").asText());
    }

    /** Such as {@code milesight-iot/em400-mud}. */
    public String id() {
        return id;
    }

    /** The maker of the profile counts it up with each change. */
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
