package de.hexapolis.query.series;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.paging.Cursor;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.problem.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a series' observations, on the wire. Immutable.
 *
 * @param next where the next page begins, if there is one
 */
@Schema(name = "Observations")
record Observations(Series series, List<Observation> observations, @JsonIgnore Optional<Cursor> next) {

    /** Refuses what the caller may not see as if it were not there. */
    static Observations read(Connection connection, Caller caller, int id, Span span, Page page) throws SQLException {
        Series series = ReadSeries.one(connection, caller, id)
                .filter(found -> caller.isStaffOf(found.city()))
                .orElseThrow(() -> Trouble.NOT_FOUND.problem("no series %d in your cities".formatted(id)));
        Span rest = page.after().map(span::behind).orElse(span);
        PageOf<Observation> found = page.cut(
                ReadObservations.run(connection, id, rest, page.rowsToRead()),
                one -> Cursor.at(one.observedAt()).key());
        return new Observations(series, found.rows(), found.next());
    }

    byte[] csv(Format format) {
        return CsvTable.bytes(format, table -> {
            table.row(List.of("observed_at", "value", "quality"));
            for (Observation one : observations) {
                table.row(List.of(one.observedAt(), one.value(), one.quality()));
            }
        });
    }
}
