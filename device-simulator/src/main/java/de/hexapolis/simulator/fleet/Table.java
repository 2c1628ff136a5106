package de.hexapolis.simulator.fleet;

import de.hexapolis.simulator.console.BadInput;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;

/** A CSV file with a header; whatever is wrong with a row is said with file and line. */
public final class Table {
    private final Path file;

    private Table(Path file) {
        this.file = file;
    }

    public static Table read(Path file) {
        return new Table(file);
    }

    /** @throws BadInput if a row is refused with an {@link IllegalArgumentException}, or the file cannot be read */
    public <T> List<T> map(Function<Row, T> parse) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            return reader.stream().map(line -> parse(line, parse)).toList();
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new BadInput("%s: %s".formatted(file, broken.getMessage()), broken);
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    private <T> T parse(NamedCsvRecord line, Function<Row, T> parse) {
        try {
            return parse.apply(new Row(line));
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new BadInput(
                    "%s:%d: %s".formatted(file, line.getStartingLineNumber(), refused.getMessage()), refused);
        }
    }

    /** One row, by the names of the header. */
    public record Row(NamedCsvRecord fields) {
        /** The field; empty if the column or the value is missing. */
        public String text(String column) {
            return fields.findField(column).map(String::strip).orElse("");
        }

        /** @throws IllegalArgumentException if it is missing */
        public String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw new IllegalArgumentException(column + " is missing");
            }
            return text;
        }

        /** @throws IllegalArgumentException if it is no number, or none that is finite */
        public double number(String column) {
            double number;
            try {
                number = Double.parseDouble(required(column));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(
                        "%s: not a number: '%s'".formatted(column, text(column)), notANumber);
            }
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("%s: not a finite number: '%s'".formatted(column, text(column)));
            }
            return number;
        }
    }
}
