package de.hexapolis.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a command in a session of its own, so that Ctrl-C in the terminal reaches only the launcher, which then stops
 * everything in the right order. Where there is no setsid (macOS) the command stays as it is.
 */
public final class OwnSession {
    private static final boolean AVAILABLE = Stream.of(Pattern.compile(Pattern.quote(File.pathSeparator))
                    .split(System.getenv().getOrDefault("PATH", "")))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    private OwnSession() {}

    public static List<String> of(List<String> command) {
        if (!AVAILABLE) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(command);
        return words;
    }
}
