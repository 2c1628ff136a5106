package de.hexapolis.simulator.load;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.ledger.LoadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A blueprint pack that registers the devices of a load, so that the platform's own loading is used. */
final class LoadPack {
    private LoadPack() {}

    static void write(Path folder, LoadPlan plan) {
        StringBuilder assets = new StringBuilder("reference,kind,name,longitude,latitude,district,tags,open\n");
        StringBuilder devices = new StringBuilder("device,profile,asset,installed_from,expected_interval,"
                + "distance_empty_mm,distance_full_mm,format\n");
        for (int device = 0; device < plan.devices(); device++) {
            String reference = String.format(Locale.ROOT, "L-%05d", device + 1);
            assets.append(String.format(
                    Locale.ROOT,
                    "%s,bin,Load %d,%.6f,%.6f,,load,true%n",
                    reference,
                    device + 1,
                    9.6 + 0.001 * (device % 100),
                    50.5 + 0.00001 * (device - device % 100)));
            devices.append(
                    "%s,,%s,2020-01-01T00:00:00Z,PT1M,,,hexapolis%n".formatted(plan.deviceId(device), reference));
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("blueprint.yaml"), blueprint(plan));
            Files.writeString(folder.resolve("assets.csv"), assets);
            Files.writeString(folder.resolve("devices.csv"), devices);
        } catch (IOException refused) {
            throw new BadInput("--print-pack %s: cannot be written: %s".formatted(folder, refused), refused);
        }
    }

    private static String blueprint(LoadPlan plan) {
        return """
                # Made by device-simulator load --print-pack.
                id: %1$s
                version: 1.0.0
                title:
                  de: Lasttest
                  en: Load test
                extends: base
                demo: true
                city:
                  id: %1$s
                  name: %1$s
                  zone: Europe/Berlin
                  open: false
                """
                .formatted(plan.city());
    }
}
