package de.hexapolis.trials.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in memory that holds so much and no more; needs the right to mount. One thread. */
final class SmallDisk implements AutoCloseable {
    private static final String FILLER = "filler";
    private static final int PIECE = 1 << 20;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException if this user may not mount */
    static SmallDisk mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        run("mount", "-t", "tmpfs", "-o", "size=%dm,mode=0700".formatted(megabytes), "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Writes until nothing fits any more. */
    static void fill(Path folder) {
        byte[] piece = new byte[PIECE];
        try (OutputStream filler = Files.newOutputStream(folder.resolve(FILLER))) {
            while (true) {
                filler.write(piece);
            }
        } catch (IOException full) {
            System.err.printf("the disk at %s is full: %s%n", folder, full.getMessage());
        }
    }

    static void free(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free " + folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("may not %s here (exit code %d)".formatted(command[0], code));
            }
        } catch (IOException e) {
            throw new IllegalStateException("there is no " + command[0], e);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }
}
