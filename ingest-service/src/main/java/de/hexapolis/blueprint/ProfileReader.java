package de.hexapolis.blueprint;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileException;
import de.hexapolis.registry.ProfileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the device profiles in profiles/. Stateless. */
final class ProfileReader {
    private static final String FOLDER = "profiles/";

    private ProfileReader() {}

    static List<Located<ProfileRow>> read(PackFiles files, Problems problems) {
        List<Located<ProfileRow>> profiles = new ArrayList<>();
        for (String file : files.below(FOLDER, ".yaml")) {
            Optional<String> text = files.text(file, problems);
            try {
                if (text.isPresent()) {
                    DeviceProfile profile = DeviceProfile.parse(text.get(), file);
                    if (profiles.stream()
                            .anyMatch(other -> other.row().profileId().equals(profile.id()))) {
                        problems.add(file, 1, "profile", profile.id(), "this profile is there twice");
                    }
                    profiles.add(new Located<>(file, 1, new ProfileRow(profile.id(), profile.version(), text.get())));
                }
            } catch (ProfileException faults) {
                faults.problems().forEach(problems::add);
            }
        }
        return profiles;
    }
}
