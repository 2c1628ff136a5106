package de.hexapolis.simulator.fleet;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A blueprint pack that registers devices which speak our own JSON, each at an asset of its own, so that the platform's
 * own loading is used. The assets stand in rows beside each other, wherever they may be. Immutable.
 *
 * @param madeBy the command, for whoever finds the file; also a tag of the assets
 * @param title in German and in English
 * @param devices the n-th of them is at the n-th asset
 */
public record PrintedPack(
        CityId city, ZoneId zone, String madeBy, Title title, Installed installed, List<DeviceId> devices) {
    private static final double WEST = 9.6;
    private static final double SOUTH = 50.5;
    private static final int IN_A_ROW = 100;

    public PrintedPack {
        devices = List.copyOf(devices);
    }

    /** What the pack is called. */
    public record Title(String german, String english) {}

    /**
     * How every device is installed.
     *
     * @param kind of the asset
     * @param prefix of the assets' references
     * @param interval how often the device is expected to report
     */
    public record Installed(String kind, String prefix, String name, Instant from, Duration interval) {}

    /** @throws BadInput if the folder cannot be written */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("blueprint.yaml"), blueprint());
            Files.writeString(folder.resolve("assets.csv"), assets());
            Files.writeString(folder.resolve("devices.csv"), rows());
        } catch (IOException refused) {
            throw new BadInput("--print-pack %s: cannot be written: %s".formatted(folder, refused), refused);
        }
    }

    private String assets() {
        StringBuilder rows = new StringBuilder("reference,kind,name,longitude,latitude,district,tags,open\n");
        for (int number = 0; number < devices.size(); number++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s %d,%.6f,%.6f,,%s,true\n",
                    reference(number),
                    installed.kind,
                    installed.name,
                    number + 1,
                    WEST + 0.001 * (number % IN_A_ROW),
                    SOUTH + 0.00001 * (number - number % IN_A_ROW),
                    madeBy));
        }
        return rows.toString();
    }

    private String rows() {
        StringBuilder rows = new StringBuilder("device,profile,asset,installed_from,expected_interval,"
                + "distance_empty_mm,distance_full_mm,format\n");
        for (int number = 0; number < devices.size(); number++) {
            rows.append("%s,,%s,%s,%s,,,hexapolis\n"
                    .formatted(devices.get(number), reference(number), installed.from, installed.interval));
        }
        return rows.toString();
    }

    private String reference(int number) {
        return String.format(Locale.ROOT, "%s-%05d", installed.prefix, number + 1);
    }

    private String blueprint() {
        return """
                # Made by device-simulator %5$s --print-pack.
                id: %1$s
                version: 1.0.0
                title:
                  de: %2$s
                  en: %3$s
                extends: base
                demo: true
                city:
                  id: %1$s
                  name: %1$s
                  zone: %4$s
                  open: false
                """
                .formatted(city, title.german, title.english, zone, madeBy);
    }
}
