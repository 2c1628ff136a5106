package de.hexapolis.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with a blueprint.yaml and what it brings: kinds, profiles, assets, devices. */
record BlueprintPack(Path folder) {
    private static final String HEAD = "blueprint.yaml";
    private static final String BASE = "base";

    BlueprintPack {
        if (!Files.isRegularFile(folder.resolve(HEAD))) {
            throw new IllegalArgumentException("no %s in '%s'".formatted(HEAD, folder));
        }
    }

    /** The packs below a folder, or the folder itself if it is one; the base first, since others extend it. */
    static List<BlueprintPack> below(Path folder) {
        if (Files.isRegularFile(folder.resolve(HEAD))) {
            return List.of(new BlueprintPack(folder));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(HEAD)))
                    .map(BlueprintPack::new)
                    .sorted(Comparator.comparing(
                                    (BlueprintPack pack) -> !pack.name().equals(BASE))
                            .thenComparing(BlueprintPack::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The folder's files; the same files give the same bytes. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Stream<Path> entries = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack " + folder, e);
        }
        return bytes.toByteArray();
    }
}
