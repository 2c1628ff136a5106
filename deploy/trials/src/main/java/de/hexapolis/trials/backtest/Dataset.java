package de.hexapolis.trials.backtest;

import java.util.List;

/**
 * Bins of one source. Immutable.
 *
 * @param knowsTruth whether it says when bins would have been full had nobody emptied them
 * @param firstScored the index of the first origin that is judged; those before it are for learning
 */
record Dataset(String id, String title, List<Bin> bins, boolean knowsTruth, int firstScored) {
    Dataset {
        bins = List.copyOf(bins);
    }
}
