package de.hexapolis.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.registry.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BlueprintLoaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private Path folder;

    @BeforeEach
    void theSmallPackIsLoaded(@TempDir Path fresh) {
        folder = fresh;
        Packs.fulda(folder);
        loaded(false);
    }

    @Test
    void loadingItAgainChangesNothingNotEvenTheVersionOfTheRegistry() {
        String version = version();

        Loading.Loaded again = loaded(false);

        assertThat(again.changed()).isFalse();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void aChangedPackChangesJustThoseRows() {
        List<String> untouched = database.rows("select a::text from asset a where reference = 'B1'");
        Packs.write(
                folder,
                "assets.csv",
                Packs.ASSETS.replace("Am Schloss", "Am Schlossgarten") + "B3,bin,Am Markt,9.67,50.55,,\n");

        Loading.Loaded again = loaded(false);

        assertThat(again.rows()).containsEntry("assets", new Tally(1, 1, 1, 0, 0));
        assertThat(again.rows()).containsEntry("devices", new Tally(0, 0, 1, 0, 0));
        assertThat(database.rows("select a::text from asset a where reference = 'B1'"))
                .isEqualTo(untouched);
    }

    @Test
    void anAssetThatVanishesIsRetiredAndComesBack() {
        Packs.write(folder, "assets.csv", Packs.ASSETS.replaceAll("B2.*\n", ""));
        assertThat(loaded(false).rows()).containsEntry("assets", new Tally(0, 0, 1, 0, 1));
        assertThat(database.rows("select reference from asset where retired")).containsExactly("B2");

        Packs.write(folder, "assets.csv", Packs.ASSETS);
        assertThat(loaded(false).rows()).containsEntry("assets", new Tally(0, 1, 1, 0, 0));
        assertThat(database.rows("select reference from asset where retired")).isEmpty();
    }

    @Test
    void aDeviceThatVanishesStaysKnownButItsInstallationEnds() {
        Packs.write(folder, "devices.csv", Packs.DEVICES.replaceAll("dev-1.*\n", ""));
        assertThat(loaded(false).rows()).containsEntry("installations", new Tally(0, 0, 0, 0, 1));
        assertThat(database.rows("select device_key, installed_until from device join installation using (device_id)"))
                .containsExactly("dev-1 2026-11-22 12:00:00+00");

        Packs.write(folder, "devices.csv", Packs.DEVICES);
        assertThat(loaded(false).rows()).containsEntry("installations", new Tally(0, 1, 0, 0, 0));
        assertThat(database.rows("select installed_until from installation")).containsExactly("null");
    }

    @Test
    void whatAPersonHasWrittenStaysUnlessTheLoadTakesItOver() {
        database.execute(
                """
                update asset set name = 'Neben dem Dom', blueprint_id = null where reference = 'B1';
                update device set expected_interval_seconds = 60, blueprint_id = null;
                """);

        Loading.Loaded polite = loaded(false);
        assertThat(polite.changed()).isFalse();
        assertThat(polite.rows()).containsEntry("assets", new Tally(0, 0, 1, 1, 0));
        assertThat(polite.rows()).containsEntry("devices", new Tally(0, 0, 0, 1, 0));

        Loading.Loaded takingOver = loaded(true);
        assertThat(takingOver.rows()).containsEntry("assets", new Tally(0, 1, 1, 0, 0));
        assertThat(database.rows("select name from asset where reference = 'B1'"))
                .containsExactly("Am Dom");
    }

    @Test
    void aDeviceWithALaterInstallationMovesAndItsHistoryStays() {
        Packs.write(
                folder,
                "devices.csv",
                Packs.DEVICES.replace("B1,2026-03-01T08:00:00+01:00", "B2,2026-07-01T08:00:00+02:00"));

        loaded(false);

        assertThat(
                        database.rows(
                                """
                        select reference, installed_from, installed_until
                        from installation join asset using (asset_id) order by installed_from
                        """))
                .containsExactly("B1 2026-03-01 07:00:00+00 2026-07-01 06:00:00+00", "B2 2026-07-01 06:00:00+00 null");
    }

    @Test
    void aChangedDistanceAloneIsAChangeOfTheRegistry() {
        String version = version();
        Packs.write(folder, "devices.csv", Packs.DEVICES.replace("1000,200", "1100,200"));

        assertThat(loaded(false).rows()).containsEntry("calibrations", new Tally(0, 1, 0, 0, 0));
        assertThat(version()).isNotEqualTo(version);
    }

    private Loading.Loaded loaded(boolean takesOver) {
        Loading loading = database.inTransaction(
                connection -> BlueprintLoader.load(connection, Packs.folder(folder), takesOver, NOW));
        assertThat(loading).isInstanceOf(Loading.Loaded.class);
        return (Loading.Loaded) loading;
    }

    private String version() {
        return database.rows("select version from registry_version").get(0);
    }
}
