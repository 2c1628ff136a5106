package de.hexapolis.trials.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks through a dataset day by day: at each origin every method hears what is known by then, and no more. One thread. */
final class Walk {
    private final Dataset dataset;
    private final Map<Method, Tally> tallies = new LinkedHashMap<>();

    Walk(Dataset dataset, List<Method> methods) {
        this.dataset = dataset;
        methods.forEach(method -> tallies.put(method, new Tally()));
    }

    /** Ours, and what it has to beat; the last two are there for comparison. */
    static Walk of(Dataset dataset) {
        return new Walk(
                dataset,
                List.of(
                        new Ours(),
                        new Persistence(),
                        new PlainAverage(),
                        new Dressed(new Persistence()),
                        new Dressed(new PlainAverage())));
    }

    /** By the name of the method, in the order in which they were given. */
    Map<String, Tally.Score> scores() {
        int days = dataset.bins().stream()
                .mapToInt(bin -> bin.origins().size())
                .max()
                .orElse(0);
        for (int day = 0; day < days; day++) {
            walk(day);
        }
        Map<String, Tally.Score> scores = new LinkedHashMap<>();
        tallies.forEach((method, tally) -> scores.put(method.name(), tally.score()));
        return scores;
    }

    private void walk(int day) {
        List<Known> known = dataset.bins().stream()
                .filter(bin -> day < bin.origins().size())
                .map(bin -> Known.at(bin, bin.origins().get(day).at()))
                .filter(bin -> !bin.cycles().isEmpty())
                .toList();
        if (known.isEmpty()) {
            return;
        }
        tallies.forEach((method, tally) -> {
            method.learn(known);
            for (Known bin : known) {
                Origin origin = bin.bin().origins().get(day);
                Prediction said = method.predict(bin, origin);
                if (day >= dataset.firstScored()) {
                    tally.add(said, bin.bin(), origin);
                }
            }
        });
    }
}
