package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.fleet.Site;
import java.util.List;

/** When somebody emptied a bin or watered a tree, besides the world's own rounds. Thread-safe. */
public interface Visits {
    /** Nobody ever came but the world's own rounds. */
    Visits NONE = new Visits() {
        @Override
        public List<LocalHour> on(Site site, long day) {
            return List.of();
        }

        @Override
        public int known(Site site) {
            return 0;
        }

        @Override
        public boolean roundsGo(long day) {
            return true;
        }
    };

    /** The visits of a local day, in the order of their hours. */
    List<LocalHour> on(Site site, long day);

    /** How many visits of this site are known so far; it only grows. */
    int known(Site site);

    /** Whether the world's own rounds and waterings go on that local day; where they do not, only visits help. */
    boolean roundsGo(long day);
}
