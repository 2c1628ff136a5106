package de.hexapolis.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.wire.AcknowledgementTap;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.Verdict;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the trials would say if the platform broke its word; and one word on the wire that it keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialsCanFailTest {
    private static final int MESSAGES = 100;
    private static final Duration LONGEST_WITNESSING = Duration.ofMinutes(1);
    private static final String ONE_ROW =
            """
            (o.series_id, o.observed_at) = (select o.series_id, o.observed_at from observation o
                join series s on s.series_id = o.series_id where s.city_id = '%s' limit 1)
            """;

    @TempDir
    static Path folder;

    private World world;
    private StoredWitness witness;

    @BeforeAll
    void open() throws Exception {
        world = RealWorld.withoutReplicas(folder);
        witness = new StoredWitness(world.database().address());
        Replica replica = world.addReplica();
        replica.toBroker().tap(() -> new AcknowledgementTap(witness));
        replica.service().start();
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void pubackFollowsTheCommitOnTheWire() throws Exception {
        RealWorld.stored(world, "wire", MESSAGES);

        await().atMost(LONGEST_WITNESSING)
                .until(() -> witness.seen("wire") + witness.unseen().size() >= MESSAGES);

        assertThat(witness.unseen()).isEmpty();
    }

    @Test
    void findsNothingWrongWhereNothingIs() throws Exception {
        Verdict verdict = RealWorld.stored(world, "right", MESSAGES).verify(world);

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.stored()).isEqualTo(MESSAGES);
    }

    @Test
    void findsTheOneMessageThatLostARow() throws Exception {
        Load load = RealWorld.stored(world, "lossy", MESSAGES);
        RealWorld.execute(world, "delete from observation o where " + ONE_ROW.formatted("lossy"));

        assertThat(load.verify(world).missing()).isEqualTo(1);
    }

    @Test
    void findsTheOneValueThatWasAltered() throws Exception {
        Load load = RealWorld.stored(world, "altered", MESSAGES);
        RealWorld.execute(world, "update observation o set value = -1 where " + ONE_ROW.formatted("altered"));

        assertThat(load.verify(world).altered()).isEqualTo(1);
    }

    @Test
    void findsTheOneRowThatNobodySent() throws Exception {
        Load load = RealWorld.stored(world, "haunted", MESSAGES);
        RealWorld.execute(
                world,
                "insert into observation select series_id, quality, observed_at + interval '1 microsecond', value"
                        + " from observation o where " + ONE_ROW.formatted("haunted"));

        assertThat(load.verify(world).ghosts()).isEqualTo(1);
    }

    @Test
    void findsTheOneRollupThatIsWrong() throws Exception {
        RealWorld.stored(world, "rolled", MESSAGES);
        try (LateReadings late = LateReadings.start(world, "rolled", new SplittableRandom(7))) {
            Thread.sleep(2_000);
            late.finish();
            world.settle(late.city(), late.published());
            assertThat(RollupCheck.of(world, late.city())).allMatch(Check::holds);

            RealWorld.execute(
                    world,
                    "update rollup_hour set max = max + 1 where (series_id, bucket) = (select r.series_id, r.bucket"
                            + " from rollup_hour r join series s on s.series_id = r.series_id"
                            + " where s.city_id = 'rolled-late' limit 1)");

            assertThat(RollupCheck.of(world, late.city())).anyMatch(check -> !check.holds());
        }
    }
}
