package de.hexapolis.simulator.console;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Where progress goes when nobody watches. */
final class Silence implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
        return 80;
    }

    @Override
    public void accept(String rendered) {}

    @Override
    public void close() {}
}
