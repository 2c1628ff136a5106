package de.hexapolis.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs for tests: those that are shipped, and small ones written here. */
public final class Packs {
    /** The least that a city's pack needs, with one bin and one device. */
    public static final String MANIFEST =
            """
            id: fulda
            version: 1.0.0
            demo: true
            city: {id: fulda, name: Fulda, zone: Europe/Berlin}
            kinds:
              - {kind: bin, name: {de: Behälter, en: Bin}, main_quantity: fill_level}
            """;

    public static final String ASSETS =
            """
            reference,kind,name,longitude,latitude,tags,property.capacity_l
            B1,bin,Am Dom,9.67,50.55,street;glass,110
            B2,bin,Am Schloss,9.68,50.56,,70
            """;

    public static final String DEVICES =
            """
            device,profile,asset,installed_from,expected_interval,distance_empty_mm,distance_full_mm
            dev-1,,B1,2026-03-01T08:00:00+01:00,PT30M,1000,200
            """;

    private Packs() {}

    /** The folder of the packs that are shipped. */
    public static Path shipped() {
        return Path.of("..", "deploy", "blueprints").toAbsolutePath().normalize();
    }

    /** One of the packs that are shipped. */
    public static PackFiles shipped(String name) {
        return folder(shipped().resolve(name));
    }

    /** Writes the small pack of Fulda. */
    public static Path fulda(Path folder) {
        write(folder, "blueprint.yaml", MANIFEST);
        write(folder, "assets.csv", ASSETS);
        write(folder, "devices.csv", DEVICES);
        return folder;
    }

    public static void write(Path folder, String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static PackFiles folder(Path folder) {
        try {
            return PackFiles.ofFolder(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
