package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedProfilesTest {
    @Test
    void allOfThemLoadAndLieInTheFileNamedAfterThem() {
        List<String> fileNames = ShippedProfiles.files().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
        assertThat(ShippedProfiles.byId().keySet())
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(id -> assertThat(fileNames).contains(id.replace('/', '-') + ".yaml"))
                .hasSameSizeAs(fileNames);
    }
}
