package de.hexapolis.query.aggregates;

import de.hexapolis.query.selection.SelectedAsset;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes an answer as CSV (RFC 4180): a row for each bucket of each line. Stateless. */
final class AnswerCsv {
    private AnswerCsv() {}

    static void write(Answer answer, OutputStream bytes) {
        try (CsvWriter csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(heads(answer));
            String[] starts = AnswerJson.starts(answer.calendar());
            List<String> origin = List.of(
                    answer.source().wireName(),
                    joined(answer.estimated().stream()
                            .map(AggregateFunction::wireName)
                            .toList()));
            for (int number : answer.order()) {
                List<String> about = about(answer.lines().get(number));
                String channels = joined(answer.lines().get(number).channels());
                for (Answer.Row row : answer.rows(number)) {
                    List<String> fields = new ArrayList<>(about);
                    fields.add(starts[row.bucket()]);
                    addValues(fields, answer.query().functions(), row);
                    fields.add(channels);
                    fields.addAll(origin);
                    fields.add(String.valueOf(row.filled()));
                    csv.writeRecord(fields);
                }
            }
        } catch (IOException defect) {
            throw new IllegalStateException("bytes in memory cannot fail", defect);
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

    private static void addValues(List<String> fields, List<AggregateFunction> functions, Answer.Row row) {
        for (int i = 0; i < functions.size(); i++) {
            fields.add(field(functions.get(i), row.values().get(i)));
        }
    }

    private static String joined(List<String> items) {
        return String.join(";", items);
    }

    private static String field(AggregateFunction function, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return function == AggregateFunction.COUNT
                ? String.valueOf((long) value)
                : String.valueOf(AnswerJson.rounded(value));
    }
}
