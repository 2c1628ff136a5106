package de.hexapolis.trials.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A simple method with the spread of its own past errors over all bins, so that nobody fights a straw man. */
final class Dressed implements Method {
    private static final int FEWEST = 20;
    private final Method plain;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();

    Dressed(Method plain) {
        this.plain = plain;
    }

    private record Pending(Instant roundAt, double error) {}

    @Override
    public String name() {
        return plain.name() + ", dressed";
    }

    @Override
    public void learn(List<Known> bins) {
        plain.learn(bins);
        Instant now = bins.get(0).now();
        for (Pending one : List.copyOf(pending)) {
            if (!one.roundAt().isAfter(now)) {
                errors.add(one.error());
                pending.remove(one);
            }
        }
        Collections.sort(errors);
    }

    @Override
    public Prediction predict(Known bin, Origin origin) {
        Prediction bare = plain.predict(bin, origin);
        pending.add(new Pending(origin.roundAt(), origin.levelAtRound() - bare.q50()));
        if (errors.size() < FEWEST) {
            return bare;
        }
        double full = errors.stream()
                .mapToInt(error -> bare.q50() + error >= bin.bin().limit() ? 1 : 0)
                .average()
                .orElse(0);
        return new Prediction(full, level(bare, 0.1), level(bare, 0.5), level(bare, 0.9), Optional.empty());
    }

    private double level(Prediction bare, double probability) {
        double error = errors.get((int) (probability * (errors.size() - 1)));
        return Math.max(0, Math.min(100, bare.q50() + error));
    }
}
