package de.hexapolis.blueprint;

import de.hexapolis.profile.NulCharacter;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a CSV file with a header into rows of named fields. Stateless. */
final class CsvTable {
    private CsvTable() {}

    /**
     * @param required columns that must be there
     * @param known whether a column may be there; a misspelt one would be lost silently
     */
    static List<Fields> read(
            String file, String text, List<String> required, Predicate<String> known, Problems problems) {
        List<Fields> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord row : reader) {
                int line = (int) row.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = row.getFields();
                    if (!accepts(file, line, header, required, known, problems)) {
                        return List.of();
                    }
                } else if (row.getFieldCount() != header.size()) {
                    problems.add(
                            file,
                            line,
                            "(row)",
                            "",
                            "has %d fields, the header has %d".formatted(row.getFieldCount(), header.size()));
                } else {
                    rows.add(new Fields(file, line, named(header, row), problems));
                }
            }
            if (header.isEmpty()) {
                problems.add(file, "the file is empty; it needs a header");
            }
        } catch (CsvParseException malformed) {
            problems.add(file, String.valueOf(malformed.getMessage()));
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
        return rows;
    }

    private static boolean accepts(
            String file,
            int line,
            List<String> header,
            List<String> required,
            Predicate<String> known,
            Problems problems) {
        Set<String> seen = new HashSet<>();
        boolean accepted = true;
        for (String column : header) {
            if (NulCharacter.isIn(column)) {
                problems.add(file, line, column, "", NulCharacter.REASON);
                accepted = false;
            } else if (!known.test(column) || !seen.add(column)) {
                problems.add(
                        file,
                        line,
                        column,
                        "",
                        seen.contains(column) ? "this column is there twice" : "is no known column");
                accepted = false;
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                problems.add(file, line, column, "", "this column is missing");
                accepted = false;
            }
        }
        return accepted;
    }

    private static Map<String, String> named(List<String> header, CsvRecord row) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.getField(i));
        }
        return fields;
    }
}
