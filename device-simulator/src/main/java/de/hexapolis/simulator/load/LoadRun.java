package de.hexapolis.simulator.load;

import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.publish.Courier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;

/** A load over all its connections, a thread each. One thread starts and watches it. */
final class LoadRun {
    private static final int TELL_EVERY_SECONDS = 5;

    private final LoadPlan plan;
    private final List<LoadLine> lines;
    private final Report report;
    private final boolean paced;
    private final long startedNanos = System.nanoTime();

    /** @param paced messages are sent when their time has come, so that latencies mean something */
    LoadRun(Ledger ledger, Courier.Route route, Report report, boolean paced) {
        this.paced = paced;
        this.plan = ledger.plan();
        this.report = report;
        LoadMessages messages = new LoadMessages(plan);
        this.lines = IntStream.range(0, plan.connections())
                .mapToObj(connection -> new LoadLine(ledger, messages, connection, route.as("-" + connection)))
                .toList();
    }

    /** The exit code: whether every message was answered in time, and none refused. */
    int run(Duration drain) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(lines.size(), work -> new Thread(work, "load"));
        try (ProgressBar bar = report.progress("load", plan.messages())) {
            List<Future<Boolean>> running = new ArrayList<>();
            lines.forEach(line -> running.add(threads.submit(() -> line.run(drain))));
            threads.shutdown();
            for (int second = 1; !threads.awaitTermination(1, TimeUnit.SECONDS); second++) {
                bar.stepTo(sum(LoadLine::sent));
                if (second % TELL_EVERY_SECONDS == 0) {
                    report.tell("loading", facts());
                }
            }
            return ExitCode.afterPublishing(allAnswered(running), sum(LoadLine::refused));
        } finally {
            threads.shutdownNow();
            report.tell("loaded", facts());
        }
    }

    private static boolean allAnswered(List<Future<Boolean>> finished) throws InterruptedException {
        boolean all = true;
        for (Future<Boolean> line : finished) {
            try {
                all &= line.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed);
            }
        }
        return all;
    }

    private Map<String, Object> facts() {
        Latencies latencies = new Latencies();
        lines.forEach(line -> latencies.addAll(line.latencies()));
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sent", sum(LoadLine::sent));
        facts.put("acknowledged", sum(LoadLine::acknowledged));
        facts.put("refused", sum(LoadLine::refused));
        facts.put("unstored_answers", sum(line -> line.courier().unstoredAnswers()));
        facts.put("connections", sum(line -> line.courier().connections()));
        facts.put("seconds", Math.round(seconds * 10) / 10.0);
        facts.put("acknowledged_per_second", Math.round(sum(LoadLine::acknowledged) / seconds));
        if (paced) {
            facts.put("puback_p50_ms", latencies.percentile(0.5));
            facts.put("puback_p99_ms", latencies.percentile(0.99));
            facts.put("puback_max_ms", latencies.highest());
        }
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> facts.put("cpu_seconds", cpu.toMillis() / 1000.0));
        return facts;
    }

    private long sum(ToLongFunction<LoadLine> figure) {
        return lines.stream().mapToLong(figure).sum();
    }
}
