package de.hexapolis.query.aggregates;

import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.telemetry.Quantity;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an answer as CSV (RFC 4180): a row for each bucket of each line. Stateless. */
final class AnswerCsv {
    private AnswerCsv() {}

    static void write(Answer answer, Format format, OutputStream bytes) {
        CsvTable.write(format, bytes, table -> {
            table.row(heads(answer));
            String[] starts = AnswerJson.starts(answer.calendar());
            for (int number : answer.order()) {
                writeLine(table, answer, number, starts);
            }
        });
    }

    /** The file's name without its ending: what was measured, from which local day on. */
    static String name(Answer answer) {
        BucketCalendar calendar = answer.calendar();
        String quantities =
                answer.query().quantities().stream().map(Quantity::wireName).collect(Collectors.joining("-"));
        return "%s-%s"
                .formatted(quantities, calendar.from().atZone(calendar.zone()).toLocalDate());
    }

    private static void writeLine(CsvTable table, Answer answer, int number, String[] starts) {
        List<String> about = about(answer.lines().get(number));
        List<String> channels = answer.lines().get(number).channels();
        List<String> estimated =
                answer.estimated().stream().map(AggregateFunction::wireName).toList();
        for (Answer.Row row : answer.rows(number)) {
            List<Object> cells = new ArrayList<>(about);
            cells.add(starts[row.bucket()]);
            addValues(cells, answer.query().functions(), row);
            cells.addAll(List.of(channels, answer.source().wireName(), estimated, row.filled()));
            table.row(cells);
        }
    }

    private static List<String> heads(Answer answer) {
        List<String> heads = new ArrayList<>(
                switch (answer.query().group()) {
                    case ASSET -> List.of("city", "asset", "reference", "name");
                    case DISTRICT -> List.of("city", "district");
                    case CITY -> List.of("city");
                    case KIND -> List.of("kind");
                    case NONE -> List.of();
                });
        heads.addAll(List.of("quantity", "unit", "start"));
        answer.query().functions().forEach(function -> heads.add(function.wireName()));
        heads.addAll(List.of("channels", "source", "estimated", "filled"));
        return heads;
    }

    /** What each row of a line begins with. */
    static List<String> about(Line line) {
        Group group = line.group();
        String city = group.city().orElse("");
        String id = group.id().orElse("");
        SelectedAsset any = line.members().get(0).asset();
        List<String> fields = new ArrayList<>(
                switch (group.grouping()) {
                    case ASSET -> List.of(city, String.valueOf(group.asset()), any.reference(), any.name());
                    case DISTRICT -> List.of(city, id);
                    case CITY, KIND -> List.of(id);
                    case NONE -> List.of();
                });
        fields.add(line.quantity().wireName());
        fields.add(line.quantity().unit().symbol());
        return fields;
    }

    private static void addValues(List<Object> cells, List<AggregateFunction> functions, Answer.Row row) {
        for (int i = 0; i < functions.size(); i++) {
            cells.add(cell(functions.get(i), row.values().get(i)));
        }
    }

    private static Object cell(AggregateFunction function, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (function == AggregateFunction.COUNT) {
            return (long) value;
        }
        return AnswerJson.rounded(value);
    }
}
