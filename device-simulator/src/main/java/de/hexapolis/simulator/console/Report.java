package de.hexapolis.simulator.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Option;

/** What a subcommand tells: a progress bar to people at a terminal, JSON lines to machines. One thread. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "one JSON object a line on standard output, no progress bar")
    private boolean json;

    private final PrintStream out = System.out;

    /** A result, or a state on the way to it: names with numbers, words or lists. */
    public void tell(String what, Map<String, ?> facts) {
        if (!json) {
            out.println(what
                    + facts.entrySet().stream()
                            .map(fact -> "  %s %s".formatted(fact.getKey(), shown(fact.getValue())))
                            .reduce("", String::concat));
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("report", what);
        line.putAll(facts);
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** A bar on standard error; nothing where that is no terminal or JSON was asked for. Negative: the end is unknown. */
    public ProgressBar progress(String task, long steps) {
        ProgressBarBuilder builder =
                new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).setUpdateIntervalMillis(500);
        if (json || !atTerminal()) {
            builder.setConsumer(new Silence()).setUpdateIntervalMillis(60_000);
        }
        return builder.build();
    }

    /** From Java 22 on also where output is redirected: machines ask for JSON. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean atTerminal() {
        return System.console() != null;
    }

    private static Object shown(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value;
    }
}
