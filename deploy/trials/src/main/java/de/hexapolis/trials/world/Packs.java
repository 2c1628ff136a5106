package de.hexapolis.trials.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The demo packs, loaded over REST as an operator does. Stateless. */
public final class Packs {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Packs() {}

    /** Of the checkout; the base first. */
    public static void load(Checkout checkout, Service query, String operator) throws InterruptedException {
        for (Path pack : below(checkout.home().resolve("deploy/blueprints"))) {
            byte[] zip = zip(pack);
            HttpResponse<String> answer = query.post("/api/v1/blueprints", operator, "application/zip", zip);
            String location = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() == 202) {
                Patience.until(
                        pack + " is loaded",
                        PATIENCE,
                        () -> query.get(location, operator).statusCode() == 200);
            } else if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s: HTTP %d %s".formatted(pack, answer.statusCode(), answer.body()));
            }
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("blueprint.yaml")))
                    .sorted(Comparator.comparing((Path pack) -> !pack.endsWith("base"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static byte[] zip(Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Stream<Path> entries = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack " + folder, e);
        }
        return bytes.toByteArray();
    }
}
