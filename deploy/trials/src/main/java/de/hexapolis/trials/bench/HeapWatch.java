package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Service;
import java.util.List;
import java.util.stream.IntStream;

/** The most heap that some services had in use when somebody looked. One thread. */
final class HeapWatch {
    private static final double MEBIBYTE = 1 << 20;

    private final List<Service> services;
    private final double[] most;

    HeapWatch(List<Service> services) {
        this.services = List.copyOf(services);
        this.most = new double[services.size()];
    }

    void look() {
        for (int i = 0; i < most.length; i++) {
            double used = services.get(i).metrics().sum("jvm_memory_used_bytes", "area", "heap") / MEBIBYTE;
            most[i] = Math.max(most[i], used);
        }
    }

    List<Check> checks(List<String> names) {
        return IntStream.range(0, most.length)
                .mapToObj(i -> Check.atMost(names.get(i) + ", most heap in use", most[i], 256, "MiB"))
                .toList();
    }
}
