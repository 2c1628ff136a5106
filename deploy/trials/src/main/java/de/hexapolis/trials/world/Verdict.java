package de.hexapolis.trials.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the simulator's {@code verify} found when it compared a ledger with the store. Immutable.
 *
 * @param holds whether the store is exactly what the ledger says
 * @param acknowledged messages that the broker answered with PUBACK
 * @param stored good messages of which every reading is there
 * @param quarantined messages that nobody can read, in quarantine as they should be
 * @param quarantinedGood good messages in quarantine
 * @param missing messages acknowledged, but neither stored whole nor in quarantine
 * @param duplicated readings that are there twice, or both stored and in quarantine
 * @param ghosts rows that were never sent
 * @param altered readings with another value
 * @param examples of what is wrong, in words
 */
public record Verdict(
        boolean holds,
        long acknowledged,
        long stored,
        long quarantined,
        long quarantinedGood,
        long missing,
        long duplicated,
        long ghosts,
        long altered,
        String examples) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static Verdict of(World world, Path ledger) throws InterruptedException {
        Path log = world.folder().resolve("verify.log");
        try (Program program = Program.start(
                world.checkout().simulator(),
                List.of("-Xmx384m", "-XX:+UseSerialGC"),
                List.of(
                        "verify",
                        "--json",
                        "--ledger",
                        ledger.toString(),
                        "--database-url",
                        world.database().address().jdbcUrl(),
                        "--database-user",
                        world.database().address().user()),
                Map.of(),
                log)) {
            int code = program.await(LONGEST);
            if (code > 1) {
                throw new IllegalStateException("verify ended with exit code %d, see %s".formatted(code, log));
            }
        }
        JsonNode facts = SimulatorReport.last(log, "verified");
        return new Verdict(
                facts.path("holds").asBoolean(),
                facts.path("acknowledged").asLong(),
                facts.path("stored").asLong(),
                facts.path("quarantined_poison").asLong(),
                facts.path("quarantined_good").asLong(),
                facts.path("missing").asLong(),
                facts.path("duplicated").asLong(),
                facts.path("ghosts").asLong(),
                facts.path("altered").asLong(),
                facts.path("examples").toString());
    }
}
