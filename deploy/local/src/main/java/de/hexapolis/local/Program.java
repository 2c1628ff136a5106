package de.hexapolis.local;

import de.hexapolis.servers.OwnSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to be started as a process. Immutable.
 *
 * @param name of its log and pid file
 * @param arguments of java: options, then {@code -jar file} or {@code -cp path Main}, then the program's own
 * @param environment in addition to ours
 * @param folder where it runs
 */
record Program(String name, List<String> arguments, Map<String, String> environment, Path folder) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    Program {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** One that runs where we do. */
    Program(String name, List<String> arguments, Map<String, String> environment) {
        this(name, arguments, environment, Path.of("").toAbsolutePath());
    }

    /** Starts it in a session of its own; what it prints goes to the end of its log. */
    RunningProgram start(DataFolder data) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command))
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(name).toFile()));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            data.pidFile(name).write(process);
            return new RunningProgram(name, process, data);
        } catch (IOException e) {
            throw new StartupFailed("cannot start " + name, e);
        }
    }
}
