package de.hexapolis.simulator.verify;

import de.hexapolis.simulator.console.DatabaseOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.console.Unavailable;
import de.hexapolis.simulator.ledger.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: is everything in the store that the broker acknowledged, once, unaltered, and nothing else? */
@Command(
        name = "verify",
        description = {
            "Compare a ledger with the store. Exit code 0 only if nothing is missing, duplicated, altered or a ghost,",
            "no good message is in quarantine, and any message was acknowledged of those that were sent."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private Report report = new Report();

    @Option(names = "--ledger", paramLabel = "FILE", required = true, description = "the ledger of a load")
    private Path ledger = Path.of("");

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "look again until all is well or so much time has passed (default: ${DEFAULT-VALUE})")
    private Duration wait = Duration.ZERO;

    @Override
    public Integer call() throws InterruptedException {
        Ledger open = Ledger.open(ledger);
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            Comparison comparison = new Comparison(open);
            Verdict verdict = look(comparison);
            if (verdict.holds() || System.nanoTime() > deadline) {
                Map<String, Object> facts = new LinkedHashMap<>(verdict.facts());
                facts.put("examples", comparison.examples());
                report.tell("verified", facts);
                return verdict.holds() ? ExitCode.DONE : ExitCode.DIFFERS;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private Verdict look(Comparison comparison) {
        try (Connection connection = database.connect()) {
            return comparison.run(connection);
        } catch (SQLException refused) {
            throw new Unavailable("database: " + refused.getMessage(), refused);
        }
    }
}
