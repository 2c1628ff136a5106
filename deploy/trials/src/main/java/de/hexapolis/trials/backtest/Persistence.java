package de.hexapolis.trials.backtest;

import java.util.List;

/** It stays as it is. */
final class Persistence implements Method {
    @Override
    public String name() {
        return "persistence";
    }

    @Override
    public void learn(List<Known> bins) {}

    @Override
    public Prediction predict(Known bin, Origin origin) {
        return Prediction.point(bin.level() >= bin.bin().limit() ? 1 : 0, bin.level());
    }
}
