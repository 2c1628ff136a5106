package de.hexapolis.simulator.single;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.simulator.publish.Dispatch;
import de.hexapolis.simulator.publish.Outgoing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code publish}: the bytes of a file, or of standard input, as they are. */
@Command(
        name = "publish",
        description = "Publish one message with QoS 1 and wait until the broker has it.",
        mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int LONGEST_TOPIC = 65_535;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private Report report = new Report();

    @Option(names = "--topic", required = true, description = "such as v1/fulda/my-first-sensor/telemetry")
    private String topic = "";

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            description = "how long to wait for the acknowledgement (default: ${DEFAULT-VALUE})")
    private Duration timeout = Duration.ZERO;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = STANDARD_INPUT,
            description = "file with the payload; - or nothing: standard input")
    private String file = STANDARD_INPUT;

    @Override
    public Integer call() throws InterruptedException {
        BadInput.unless(
                isTopic(topic),
                "--topic '%s': not a topic to publish to: 1 to %d bytes, without + and #"
                        .formatted(topic, LONGEST_TOPIC));
        Outgoing message = new Outgoing(topic, payload());
        String clientId = "publish-" + ProcessHandle.current().pid();
        try (Dispatch dispatch = new Dispatch(new Courier.Route(broker.address(), clientId, 1, timeout))) {
            dispatch.send(message);
            boolean answered = dispatch.drain(timeout);
            report.tell("published", dispatch.counts());
            return ExitCode.afterPublishing(answered, dispatch.refused());
        }
    }

    private static boolean isTopic(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return length >= 1
                && length <= LONGEST_TOPIC
                && text.chars().noneMatch(letter -> letter == '+' || letter == '#' || letter == 0);
    }

    private byte[] payload() {
        try {
            return file.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }
}
