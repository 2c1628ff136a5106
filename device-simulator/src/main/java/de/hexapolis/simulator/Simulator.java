package de.hexapolis.simulator;

import de.hexapolis.simulator.backfill.BackfillCommand;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Unavailable;
import de.hexapolis.simulator.load.LoadCommand;
import de.hexapolis.simulator.replay.ReplayCommand;
import de.hexapolis.simulator.simulation.SimulateCommand;
import de.hexapolis.simulator.single.PublishCommand;
import de.hexapolis.simulator.truth.EpisodesCommand;
import de.hexapolis.simulator.truth.TruthCommand;
import de.hexapolis.simulator.verify.VerifyCommand;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code java -jar device-simulator.jar <subcommand>}. */
@Command(
        name = "device-simulator",
        description = "Devices that do not exist, for trials of the platform.",
        mixinStandardHelpOptions = true,
        versionProvider = Simulator.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SimulateCommand.class,
            BackfillCommand.class,
            ReplayCommand.class,
            LoadCommand.class,
            VerifyCommand.class,
            PublishCommand.class,
            TruthCommand.class,
            EpisodesCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the store differs from the ledger, or nothing that was sent was acknowledged (verify)",
            "2:the command line, or a file that it names, is wrong",
            "3:broker or database cannot be reached, or refuses, if only one message",
            "4:the time was up before every message was acknowledged",
            "70:a defect of the simulator",
            "130:stopped by Ctrl-C (SIGINT)",
            "143:stopped by SIGTERM"
        })
public final class Simulator {
    /** Paho logs each connection that fails; we say ourselves what matters. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5");

    private Simulator() {}

    public static void main(String... arguments) {
        PAHO.setLevel(Level.OFF);
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(new Stop(Thread.currentThread(), finished), "stop"));
        int exitCode = run(arguments);
        finished.countDown();
        System.exit(exitCode);
    }

    /** Runs a subcommand in this JVM; returns the exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulator())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> exitCode(failure, line));
    }

    private static int exitCode(Exception failure, CommandLine line) {
        if (failure instanceof BadInput || failure instanceof Unavailable) {
            line.getErr().println(failure.getMessage());
            return failure instanceof BadInput ? ExitCode.USAGE : ExitCode.UNAVAILABLE;
        }
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        failure.printStackTrace(line.getErr());
        return ExitCode.DEFECT;
    }

    /**
     * Ctrl-C and SIGTERM: the subcommand stops where it is, says what it has done so far, and takes leave of the broker. The
     * exit code is the signal's, whatever {@link #run} returns.
     */
    private record Stop(Thread running, CountDownLatch finished) implements Runnable {
        @Override
        public void run() {
            running.interrupt();
            try {
                if (!finished.await(5, TimeUnit.SECONDS)) {
                    System.err.println("stopped without taking leave");
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Simulator.class.getPackage().getImplementationVersion();
            return new String[] {"device-simulator " + (version == null ? "(not packaged)" : version)};
        }
    }
}
