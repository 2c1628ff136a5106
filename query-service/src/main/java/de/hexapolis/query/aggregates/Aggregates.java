package de.hexapolis.query.aggregates;

import de.hexapolis.query.answer.BytesInFlight;
import de.hexapolis.query.paging.Cursor;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.selection.SelectedAsset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From a query and its assets to an answer, in one view of the database. Stateless but for its settings; thread-safe. */
final class Aggregates {
    /** For a chart of one asset a plan takes longer to make than to run, and any plan walks along the keys. */
    private static final String FOR_FEW = "set local plan_cache_mode = force_generic_plan";

    private static final int FEW_ASSETS = 5;

    private final Duration retention;

    /** @param retention how long observations are kept, unless a city keeps them for less */
    Aggregates(Duration retention) {
        this.retention = retention;
    }

    /**
     * @param share takes as many bytes as the answer will hold, as soon as their number is known; does not wait for them
     *     with a connection in hand
     */
    Answer of(Connection connection, Question question, List<SelectedAsset> assets, BytesInFlight.Share share)
            throws SQLException {
        AggregateQuery query = question.query();
        Page page = question.page();
        Instant now = question.now();
        CityZones zones = CityZones.of(assets);
        BucketCalendar calendar = query.calendar(zones.orFor(query));
        if (assets.size() <= FEW_ASSETS) {
            keepPlans(connection);
        }
        List<Member> members = ReadMembers.run(connection, assets, query, now, retention);
        List<Line> all = Lines.of(HeardOf.among(connection, members, calendar), query);
        boolean byValue = query.ordering().by().isPresent();
        // whoever wants lines by their values pays for all of them
        List<Line> lines = byValue ? all : pageOf(all, page);
        Asked asked = new Asked(lines, calendar, query.functions(), query.pool(), zones, now);
        Instant keptSince = asked.keptSince();
        ReadingPlan plan = ReadingPlan.of(calendar, zones, Combine.needsNeighbours(asked), keptSince);
        StillKept.check(calendar, plan, keptSince);
        Affordable.check(asked, plan);
        int shown = byValue ? pageOf(all, page).size() : lines.size();
        share.takeNow(AnswerSize.of(asked, query.gap(), question.format(), shown));
        Table table = new Table(lines.size(), calendar.size(), query.functions());
        boolean exact = Affordable.percentilesAreExact(asked);
        if (!lines.isEmpty()) {
            fill(connection, asked, plan, exact, table);
        }
        List<Integer> order =
                byValue ? pageOf(byValue(query.ordering(), table, lines.size()), page) : ordinals(lines.size());
        return new Answer(
                query,
                calendar,
                now,
                plan.source(),
                exact ? List.of() : query.percentiles(),
                lines,
                order,
                table,
                next(page, order.size(), all.size()));
    }

    private static void fill(Connection connection, Asked asked, ReadingPlan plan, boolean exact, Table table)
            throws SQLException {
        if (asked.asksPercentiles()) {
            if (exact) {
                Percentiles.exact(connection, asked, table);
            } else {
                ReadingPlan alone = ReadingPlan.of(asked.calendar(), asked.zones(), false, asked.keptSince());
                Percentiles.estimated(connection, asked, alone, table);
            }
        }
        Combine.run(connection, asked, plan, table);
    }

    private static void keepPlans(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(FOR_FEW);
        }
    }

    private static List<Integer> byValue(Ordering ordering, Table table, int lines) {
        AggregateFunction by = ordering.by().orElseThrow();
        return ordering.sorted(ordinals(lines), line -> by.over(table.of(line, by)));
    }

    private static List<Integer> ordinals(int lines) {
        return IntStream.range(0, lines).boxed().toList();
    }

    private static <T> List<T> pageOf(List<T> all, Page page) {
        int from = (int) Math.min(all.size(), skipped(page));
        return all.subList(from, Math.min(all.size(), from + page.limit()));
    }

    private static Optional<Cursor> next(Page page, int shown, int all) {
        long seen = skipped(page) + shown;
        return shown > 0 && seen < all ? Optional.of(new Cursor(seen)) : Optional.empty();
    }

    /** A cursor here says how many lines came before. */
    private static long skipped(Page page) {
        return page.after().map(Cursor::key).filter(key -> key > 0).orElse(0L);
    }
}
