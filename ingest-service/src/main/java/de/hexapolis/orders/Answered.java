package de.hexapolis.orders;

import java.util.List;
import java.util.Optional;

/** What has become of an answer. */
public sealed interface Answered {
    /**
     * It is recorded.
     *
     * @param notices for {@link AppendNotices}
     */
    record Taken(List<Standing> alerts, Optional<Long> order, List<NoticeRow> notices) implements Answered {
        public Taken {
            alerts = List.copyOf(alerts);
            notices = List.copyOf(notices);
        }
    }

    /** Where an alert stands now. */
    record Standing(long id, AlertState state, boolean changed) {}

    /** Nothing of the kind, or not of that city. */
    record NotFound(String what) implements Answered {}

    /** The phone's time cannot be. */
    record ImpossibleTime(String why) implements Answered {}

    /** The table of transitions says no. */
    record InvalidTransition(String why) implements Answered {}
}
