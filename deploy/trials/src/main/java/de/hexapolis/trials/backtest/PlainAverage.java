package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Level;
import java.time.Duration;
import java.util.List;

/** It becomes full as often as it did, and rises each day by what it rose on average. */
final class PlainAverage implements Method {
    private static final double DAY = 86_400_000;
    private double shareOfAll;
    private double riseOfAll;

    @Override
    public String name() {
        return "plain average";
    }

    @Override
    public void learn(List<Known> bins) {
        shareOfAll = bins.stream()
                .flatMap(bin -> bin.past().stream().map(past -> full(bin.bin(), past)))
                .mapToInt(full -> full ? 1 : 0)
                .average()
                .orElse(0);
        riseOfAll = bins.stream().mapToDouble(this::rise).average().orElse(0);
    }

    static boolean full(Bin bin, Origin past) {
        return past.levelAtRound() >= bin.limit();
    }

    @Override
    public Prediction predict(Known bin, Origin origin) {
        double share = bin.past().size() < 2
                ? shareOfAll
                : bin.past().stream()
                        .mapToInt(past -> full(bin.bin(), past) ? 1 : 0)
                        .average()
                        .orElse(0);
        double days = Duration.between(bin.now(), origin.roundAt()).toMillis() / DAY;
        double rise = days(bin) < 2 ? riseOfAll : rise(bin);
        return Prediction.point(share, bin.level() + rise * days);
    }

    private double rise(Known bin) {
        double gain = bin.cycles().stream().mapToDouble(PlainAverage::gain).sum();
        return days(bin) > 0 ? gain / days(bin) : riseOfAll;
    }

    private static double gain(List<Level> cycle) {
        return Math.max(0, cycle.get(cycle.size() - 1).value() - cycle.get(0).value());
    }

    private static double days(Known bin) {
        return bin.cycles().stream()
                .mapToDouble(cycle -> Duration.between(
                                        cycle.get(0).at(),
                                        cycle.get(cycle.size() - 1).at())
                                .toMillis()
                        / DAY)
                .sum();
    }
}
