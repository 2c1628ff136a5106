package de.hexapolis.query.assets;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.status.AssetStates;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetListTest {
    /** Half past eleven in the evening in London is half past midnight in Berlin. */
    private static final Instant LATE = Instant.parse("2026-07-01T22:30:00Z");

    @Test
    void isOfTheDayThatItIsInItsCities() {
        assertThat(list("Europe/London").today()).hasToString("2026-07-01");
        assertThat(list("Europe/Berlin", "Europe/Berlin").today()).hasToString("2026-07-02");
        assertThat(list("Europe/London", "Europe/Berlin").today()).hasToString("2026-07-02");
        assertThat(list().today()).hasToString("2026-07-02");
    }

    private static AssetList list(String... zones) {
        List<AssetRow> rows = Arrays.stream(zones).map(AssetListTest::row).toList();
        return new AssetList(rows, Set.of(AssetField.ID), LATE, Optional.empty());
    }

    private static AssetRow row(String zone) {
        SelectedAsset place = new SelectedAsset(
                1, new CityId("fulda"), ZoneId.of(zone), "bin", Optional.empty(), 9.7, 50.5, "AB-1", "Markt", false);
        return new AssetRow(place, AssetDescription.UNREAD, AssetStates.NONE.of(1));
    }
}
