package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import java.util.List;

/** A group of figures. One thread, used once. */
interface Figures {
    String id();

    String title();

    List<Check> take() throws Exception;
}
