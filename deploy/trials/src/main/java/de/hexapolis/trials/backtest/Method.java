package de.hexapolis.trials.backtest;

import java.util.List;

/** A way to foretell bins. One thread. */
interface Method {
    String name();

    /** Learns from all bins, once for each morning, before any prediction of it. */
    void learn(List<Known> bins);

    Prediction predict(Known bin, Origin origin);
}
