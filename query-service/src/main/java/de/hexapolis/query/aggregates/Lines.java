package de.hexapolis.query.aggregates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts series into the lines of an answer. */
final class Lines {
    private Lines() {}

    /** The lines by group, those of a group in the order of the quantities asked for. */
    static List<Line> of(List<Member> members, AggregateQuery query) {
        Map<List<Object>, List<Member>> byLine = new HashMap<>();
        for (Member member : members) {
            byLine.computeIfAbsent(
                            List.of(Group.of(query.group(), member.asset()), member.quantity()),
                            line -> new ArrayList<>())
                    .add(member);
        }
        Comparator<Line> byGroup = Comparator.comparing(Line::group);
        return byLine.values().stream()
                .map(line -> new Line(
                        Group.of(query.group(), line.get(0).asset()),
                        line.get(0).quantity(),
                        line))
                .sorted((query.ordering().reversesGroups() ? byGroup.reversed() : byGroup)
                        .thenComparing(line -> query.quantities().indexOf(line.quantity())))
                .toList();
    }
}
