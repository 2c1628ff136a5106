package de.hexapolis.query.aggregates;

import de.hexapolis.query.paging.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers with what they are about. Immutable once made.
 *
 * @param now what has not begun by then is filled with nothing
 * @param estimated the percentiles that are not exact
 * @param order which lines in which order
 * @param next where the next page begins
 */
record Answer(
        AggregateQuery query,
        BucketCalendar calendar,
        Instant now,
        Source source,
        List<AggregateFunction> estimated,
        List<Line> lines,
        List<Integer> order,
        Table table,
        Optional<Cursor> next) {

    /**
     * A bucket as it is written.
     *
     * @param values in the order of the functions; NaN where there is none
     * @param filled whether its values come from its neighbours
     */
    record Row(int bucket, List<Double> values, boolean filled) {
        Row {
            values = List.copyOf(values);
        }
    }

    /** The buckets of a line: gaps treated, in the order asked for. */
    List<Row> rows(int line) {
        Map<AggregateFunction, double[]> columns = new EnumMap<>(AggregateFunction.class);
        List<Instant> starts = calendar.starts();
        for (AggregateFunction function : query.functions()) {
            double[] values = table.of(line, function);
            columns.put(
                    function, function.carriesOverGaps() ? GapFilling.fill(query.gap(), values, starts, now) : values);
        }
        List<Row> rows = new ArrayList<>();
        for (int bucket = 0; bucket < calendar.size(); bucket++) {
            boolean empty = table.count(line, bucket) == 0;
            if (!empty || query.gap() != Gap.NONE) {
                rows.add(row(bucket, columns, empty));
            }
        }
        if (query.ordering().newestFirst()) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private Row row(int bucket, Map<AggregateFunction, double[]> columns, boolean empty) {
        List<Double> values = new ArrayList<>();
        boolean filled = false;
        for (AggregateFunction function : query.functions()) {
            double value = Objects.requireNonNull(columns.get(function))[bucket];
            values.add(empty && function == AggregateFunction.COUNT ? 0.0 : value);
            filled |= empty && function.carriesOverGaps() && !Double.isNaN(value);
        }
        return new Row(bucket, values, filled);
    }
}
