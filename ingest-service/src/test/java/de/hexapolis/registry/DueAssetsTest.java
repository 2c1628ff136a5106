package de.hexapolis.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever changes what is said of an asset has it judged anew. */
class DueAssetsTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void twoBinsAndADevice() {
        database.execute(
                """
                insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
                insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                values ('fulda', 'B-1', 'bin', 'Bin', 9.67, 50.55, '2026-01-01Z'),
                    ('fulda', 'B-2', 'bin', 'Bin', 9.67, 50.55, '2026-01-01Z');
                insert into device (device_key, city_id, changed_at) values ('bin-1', 'fulda', '2026-01-01Z');
                insert into installation (device_id, asset_id, installed_from) values (1, 1, '2026-06-01Z');
                """);
    }

    @Test
    void anAssetThatIsWrittenIsJudgedAndOneThatStaysAsItIsIsNot() {
        write("B-1", "Bin");
        assertThat(due()).isEmpty();

        write("B-2", "Corner bin");

        assertThat(due()).containsExactly("2 2026-07-01 12:00:00+00");
    }

    @Test
    void aDeviceThatReportsAtAnotherIntervalHasItsAssetJudged() {
        database.inTransaction(connection -> UpsertDevices.on(
                connection,
                List.of(new DeviceRow("bin-1", Optional.of("fulda"), Optional.empty(), 600)),
                Author.person(NOON)));

        assertThat(due()).containsExactly("1 2026-07-01 12:00:00+00");
    }

    @Test
    void aDeviceThatMovesHasBothAssetsJudgedADayBack() {
        Placement placement =
                new Placement("bin-1", "fulda", "B-2", NOON.minusSeconds(60), Optional.empty(), Optional.empty());

        database.inTransaction(connection -> PlaceDevices.on(connection, List.of(placement), Author.person(NOON))
                .consequences()
                .drawOn(connection, NOON));

        assertThat(due()).containsExactly("1 2026-06-30 12:00:00+00", "2 2026-06-30 12:00:00+00");
    }

    @Test
    void aRetiredAssetIsJudged() {
        database.execute(
                """
                insert into blueprint (blueprint_id, version, fingerprint, loaded_at) values ('p', '1', '', now());
                update asset set blueprint_id = 'p';
                """);

        database.inTransaction(connection -> RetireAssets.on(connection, "p", List.of("B-1"), NOON));

        assertThat(due()).containsExactly("2 2026-07-01 12:00:00+00");
    }

    @Test
    void allOfAKindAreJudgedAfterAChangeOfRules() {
        database.inTransaction(connection -> {
            DueAssets.all(connection, List.of("bin"), NOON);
            return true;
        });

        assertThat(due()).containsExactly("1 2026-07-01 12:00:00+00", "2 2026-07-01 12:00:00+00");
    }

    private void write(String reference, String name) {
        AssetRow row = new AssetRow(
                "fulda",
                reference,
                "bin",
                name,
                9.67,
                50.55,
                Optional.empty(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                true,
                false);
        database.inTransaction(connection -> UpsertAssets.on(connection, List.of(row), Author.person(NOON)));
    }

    private List<String> due() {
        return database.rows("select asset_id, from_at from due order by asset_id");
    }
}
