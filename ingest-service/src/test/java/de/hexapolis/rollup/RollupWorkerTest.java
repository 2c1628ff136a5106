package de.hexapolis.rollup;

import static de.hexapolis.store.Fixture.message;
import static de.hexapolis.store.Fixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.store.Fixture;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollupWorkerTest {
    private final Fixture fixture = new Fixture(2);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RollupWorker worker =
            new RollupWorker(new SchemaGate(fixture.database()), fixture.database(), PlatformClock.realTime(), meters);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aShardThatCannotBeWorkedDoesNotKeepTheOthersFromIt() {
        fixture.store()
                .write(
                        List.of(message("both", row(1, "2026-05-27T10:00:00Z", 1), row(2, "2026-05-27T10:00:00Z", 2))),
                        1);
        fixture.execute(
                """
                insert into rollup_mark values (1, '2026-05-27T00:00+02:00', 1), (2, '2026-05-27T00:00+02:00', 1);
                insert into city (city_id, name, zone) values ('nowhere', 'Nowhere', 'Nowhere/City');
                update series set city_id = 'nowhere' where series_id = 1;
                """);

        assertThat(worker.round()).isTrue();

        assertThat(fixture.column("select series_id from rollup_day")).containsExactly("2");
        assertThat(fixture.column("select series_id from rollup_mark")).containsExactly("1");
        assertThat(meters.get("hexapolis.rollup.marks").gauge().value()).isEqualTo(2);
        assertThat(meters.get("hexapolis.rollup.days").counter().count()).isEqualTo(1);
    }
}
