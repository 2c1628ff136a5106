package de.hexapolis.query.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table as CSV (RFC 4180), row by row: for programs, or as {@link Format#ENGLISH_CSV} and {@link Format#GERMAN_CSV} the
 * way in which a spreadsheet opens it. One thread.
 */
public final class CsvTable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    /** A spreadsheet would compute a text that begins so. */
    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter csv;
    private final Format format;

    private CsvTable(CsvWriter csv, Format format) {
        this.csv = csv;
        this.format = format;
    }

    /** @param rows writes the rows, that of the names first */
    public static void write(Format format, OutputStream bytes, Consumer<CsvTable> rows) {
        char separator = format == Format.GERMAN_CSV ? ';' : ',';
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(bytes, StandardCharsets.UTF_8)) {
            if (format.isForSpreadsheets()) {
                bytes.write(BYTE_ORDER_MARK);
            }
            rows.accept(new CsvTable(csv, format));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** A small table as a whole. */
    public static byte[] bytes(Format format, Consumer<CsvTable> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(format, bytes, rows);
        return bytes.toByteArray();
    }

    /** @param cells texts, numbers, whatever says itself by {@code toString}, and lists of these */
    public void row(List<?> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        csv.writeRecord(texts);
    }

    private String text(Object cell) {
        if (cell instanceof Double number) {
            String plain = number.toString();
            return format == Format.GERMAN_CSV ? plain.replace('.', ',') : plain;
        }
        if (cell instanceof Long || cell instanceof Integer) {
            return cell.toString();
        }
        String text = cell instanceof List<?> items
                ? String.join(";", items.stream().map(String::valueOf).toList())
                : String.valueOf(cell);
        return format.isForSpreadsheets() ? harmless(text) : text;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
