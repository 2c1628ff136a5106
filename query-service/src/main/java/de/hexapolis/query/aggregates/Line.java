package de.hexapolis.query.aggregates;

import de.hexapolis.telemetry.Quantity;
import java.util.List;

/** A line of an answer: a group's readings of a quantity. Immutable. */
record Line(Group group, Quantity quantity, List<Member> members) {
    Line {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("nobody in the line of " + group);
        }
    }

    long assets() {
        return members.stream().map(member -> member.asset().id()).distinct().count();
    }

    /** The channels whose readings count in this line; the empty one is of series that have none. */
    List<String> channels() {
        return members.stream().map(Member::channel).distinct().sorted().toList();
    }
}
