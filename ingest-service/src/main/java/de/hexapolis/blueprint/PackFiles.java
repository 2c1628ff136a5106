package de.hexapolis.blueprint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a pack, by their path within it. Immutable. */
public final class PackFiles {
    /** Of all files together, unpacked. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int MOST_FILES = 2_000;

    private final SortedMap<String, byte[]> files;

    private PackFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** The files below a folder. */
    public static PackFiles ofFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return new PackFiles(files);
    }

    /**
     * The files of a zip. A single folder around them is taken off.
     *
     * @throws IOException if it is no zip, or larger than 64 MiB or 2,000 files when unpacked
     */
    public static PackFiles ofZip(byte[] zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int room = MOST_BYTES;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = entries.readNBytes(room + 1);
                    room -= bytes.length;
                    if (room < 0 || files.size() >= MOST_FILES) {
                        throw new IOException("unpacked, the pack is larger than %d MiB or %d files"
                                .formatted(MOST_BYTES >> 20, MOST_FILES));
                    }
                    files.put(entry.getName(), bytes);
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException("a name in the zip is not UTF-8", badName);
        }
        if (files.isEmpty()) {
            throw new IOException("not a zip, or an empty one");
        }
        return new PackFiles(withoutFolder(files));
    }

    private static SortedMap<String, byte[]> withoutFolder(SortedMap<String, byte[]> files) {
        Optional<String> prefix = files.keySet().stream()
                .filter(name -> name.endsWith("/" + Manifest.FILE))
                .map(name -> name.substring(0, name.length() - Manifest.FILE.length()))
                .findFirst();
        if (files.containsKey(Manifest.FILE)
                || prefix.isEmpty()
                || !files.keySet().stream().allMatch(name -> name.startsWith(prefix.get()))) {
            return files;
        }
        SortedMap<String, byte[]> inner = new TreeMap<>();
        files.forEach((name, bytes) -> inner.put(name.substring(prefix.get().length()), bytes));
        return inner;
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** The names below a folder that end so, sorted. */
    List<String> below(String folder, String ending) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(ending))
                .toList();
    }

    /** A file as text, without a byte order mark; empty, and a problem, if it is not UTF-8 or not there. */
    Optional<String> text(String name, Problems problems) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            problems.add(name, "the file is missing");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            problems.add(name, "the file is not UTF-8");
            return Optional.empty();
        }
    }

    /** SHA-256 over names and contents. */
    String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                sha.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the JDK has no SHA-256", missing);
        }
    }
}
