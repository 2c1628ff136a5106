package de.hexapolis.simulator.replay;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.fleet.PrintedPack;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.simulator.publish.Dispatch;
import de.hexapolis.simulator.wire.OwnJson;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: recorded readings, moved in time. */
@Command(
        name = "replay",
        description = "Publish the readings of a CSV file in our own JSON, the newest as if it came now.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final int WINDOW = 1_000;
    private static final Duration LEAVE = Duration.ofSeconds(60);
    private static final Duration FARTHEST = Duration.ofDays(1_000_000);

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private Report report = new Report();

    @Parameters(paramLabel = "FILE", description = "CSV with a header, one reading a row")
    private Path file = Path.of("");

    @Option(
            names = "--city",
            paramLabel = "ID",
            defaultValue = "wyndham",
            description =
                    "city of the devices; a device is named <city>-<text in its column> (default: ${DEFAULT-VALUE})")
    private String city = "";

    @Option(
            names = "--device-column",
            paramLabel = "NAME",
            defaultValue = "serial",
            description = "default: ${DEFAULT-VALUE}")
    private String device = "";

    @Option(
            names = "--time-column",
            paramLabel = "NAME",
            defaultValue = "date",
            description = "RFC 3339, a local time, a day, or seconds since 1970 (default: ${DEFAULT-VALUE})")
    private String time = "";

    @Option(
            names = "--value-column",
            paramLabel = "NAME",
            defaultValue = "fullness_0_10",
            description = "default: ${DEFAULT-VALUE}")
    private String value = "";

    @Option(
            names = "--quantity",
            paramLabel = "NAME",
            defaultValue = "fill_level",
            description = "what is measured (default: ${DEFAULT-VALUE})")
    private String quantity = "";

    @Option(
            names = "--factor",
            paramLabel = "X",
            defaultValue = "10",
            description = "value * factor + offset is in the quantity's unit (default: ${DEFAULT-VALUE})")
    private double factor;

    @Option(names = "--offset", paramLabel = "X", defaultValue = "0", description = "default: ${DEFAULT-VALUE}")
    private double offset;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Berlin",
            description = "of local times, and with --print-pack the city's: then a region (default: ${DEFAULT-VALUE})")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--time-of-day",
            paramLabel = "HH:MM",
            defaultValue = "06:00",
            description = "of rows that name but a day (default: ${DEFAULT-VALUE})")
    private LocalTime timeOfDay = LocalTime.NOON;

    @Option(
            names = "--shift",
            paramLabel = "DURATION",
            description = "move all times by this (default: so that the newest is now; PT0S: not at all)")
    private Optional<Duration> shift = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "how many times as fast as it was; 0: as fast as the broker takes it (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--print-pack",
            paramLabel = "DIR",
            description = "write the blueprint pack that registers the devices, and send nothing")
    private Optional<Path> pack = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        BadInput.unless(speed >= 0, "--speed %s: 0 (as fast as the broker takes it) or above".formatted(speed));
        Quantity measured = Quantity.named(quantity)
                .orElseThrow(() -> new BadInput("--quantity: not a quantity: '%s'".formatted(quantity)));
        Recording recording = Recording.read(
                file, cityId(), new Recording.Columns(device, time, value, measured, factor, offset, zone, timeOfDay));
        List<Measurement> all = recording.measurements();
        BadInput.unless(!all.isEmpty(), "%s: no rows".formatted(file));
        Duration moved = moved(all);
        return pack.isPresent() ? printPack(pack.get(), recording, moved) : send(all, moved);
    }

    private int printPack(Path folder, Recording recording, Duration moved) {
        boolean isRegion = zone.getId().equals("UTC") || zone.getId().contains("/");
        BadInput.unless(
                isRegion,
                "--zone %s: a city's is a region of the time zone database such as Europe/Berlin".formatted(zone));
        PrintedPack printed = ReplayPack.of(cityId(), zone, recording, moved);
        printed.write(folder);
        report.tell(
                "pack written",
                Map.of("folder", folder.toString(), "devices", printed.devices().size()));
        return ExitCode.DONE;
    }

    private int send(List<Measurement> all, Duration moved) throws InterruptedException {
        String clientId = "replay-" + ProcessHandle.current().pid();
        try (Dispatch dispatch =
                        new Dispatch(new Courier.Route(broker.address(), clientId, WINDOW, broker.patience()));
                ProgressBar bar = report.progress("replay", all.size())) {
            play(all, moved, dispatch, bar);
            boolean answered = dispatch.drain(LEAVE);
            report.tell("replayed", dispatch.counts());
            return ExitCode.afterPublishing(answered, dispatch.refused());
        }
    }

    /** How far all times are moved. */
    private Duration moved(List<Measurement> all) {
        Instant last = all.get(all.size() - 1).observedAt();
        Duration by = shift.orElseGet(() -> Duration.between(last, Instant.now()));
        boolean possible = by.abs().compareTo(FARTHEST) <= 0;
        BadInput.unless(possible, "--shift %s: at most %d days".formatted(by, FARTHEST.toDays()));
        return by;
    }

    private void play(List<Measurement> all, Duration moved, Dispatch dispatch, ProgressBar bar)
            throws InterruptedException {
        Instant first = all.get(0).observedAt();
        long startNanos = System.nanoTime();
        for (Measurement measurement : all) {
            if (speed > 0) {
                double due = Duration.between(first, measurement.observedAt()).toMillis() / speed;
                double passed = (System.nanoTime() - startNanos) / 1e6;
                Thread.sleep(Math.max(0, Math.round(due - passed)));
            }
            dispatch.send(
                    OwnJson.of(cityId(), measurement, measurement.observedAt().plus(moved)));
            bar.step();
        }
    }

    private CityId cityId() {
        try {
            return new CityId(city);
        } catch (IllegalArgumentException notACity) {
            throw new BadInput("--city: " + notACity.getMessage(), notACity);
        }
    }
}
