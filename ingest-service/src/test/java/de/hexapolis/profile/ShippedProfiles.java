package de.hexapolis.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The profiles of the base blueprint, by id, for tests. */
public final class ShippedProfiles {
    private ShippedProfiles() {}

    /** The folder above all modules. */
    public static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy/blueprints"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder deploy/blueprints above the working folder");
    }

    public static List<Path> files() {
        try (Stream<Path> files = Files.list(projectRoot().resolve("deploy/blueprints/base/profiles"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static DeviceProfile named(String id) {
        return Optional.ofNullable(byId().get(id)).orElseThrow(() -> new IllegalStateException("no profile " + id));
    }

    public static Map<String, DeviceProfile> byId() {
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        for (Path file : files()) {
            try {
                DeviceProfile profile = DeviceProfile.parse(
                        Files.readString(file), file.getFileName().toString());
                profiles.put(profile.id(), profile);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (ProfileException faulty) {
                throw new IllegalStateException(faulty);
            }
        }
        return profiles;
    }
}
