package de.hexapolis.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs from the embedded binaries, unpacked once per machine and user into the temporary folder; what
 * lies there is run only if it is ours alone, since others may write to that folder too. PostgreSQL refuses to run as
 * root: there they run in a user namespace of their own, where root has no powers but still owns its files.
 */
final class PostgresPrograms {
    private static final String VERSION = "17.6.0";

    private static @Nullable Path unpacked;

    private PostgresPrograms() {}

    /** The command line that runs one of initdb, pg_ctl, postgres. */
    static List<String> command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder().resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    /** Unpacked at the first call. */
    private static synchronized Path folder() {
        if (unpacked == null) {
            unpacked = unpack();
        }
        return unpacked;
    }

    private static Path unpack() {
        Path folder = Path.of(
                System.getProperty("java.io.tmpdir"),
                "hexapolis-postgresql-%s-%s".formatted(VERSION, System.getProperty("user.name")));
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            requireOurs(folder);
            return folder;
        }
        try {
            Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + "-");
            unpackInto(fresh);
            try {
                Files.move(fresh, folder);
            } catch (AtomicMoveNotSupportedException | java.nio.file.FileAlreadyExistsException e) {
                // another process was quicker; keep our own copy for this run
                return fresh;
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + folder, e);
        }
    }

    /** @throws IllegalStateException if somebody else made the folder, or may change what is in it */
    static void requireOurs(Path folder) {
        try {
            PosixFileAttributes found =
                    Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean changeable = found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    || found.permissions().contains(PosixFilePermission.OTHERS_WRITE);
            if (!found.isDirectory() || changeable || !found.owner().equals(ourselves())) {
                throw new IllegalStateException(
                        "PostgreSQL's programs in %s are not ours alone (%s, %s): remove it, or choose another folder with"
                                        .formatted(
                                                folder,
                                                found.owner().getName(),
                                                PosixFilePermissions.toString(found.permissions()))
                                + " -Djava.io.tmpdir");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder, e);
        }
    }

    /** The owner of what this process makes: a user need not have a name. */
    private static UserPrincipal ourselves() throws IOException {
        Path made = Files.createTempFile("hexapolis-owner-", "");
        try {
            return Files.getOwner(made);
        } finally {
            Files.delete(made);
        }
    }

    private static void unpackInto(Path folder) throws IOException {
        try (InputStream packed =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"));
                TarArchiveInputStream archive =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("outside of its archive: " + entry.getName());
                }
                write(archive, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        return name.startsWith("Mac") ? "Darwin" : name;
    }
}
