package de.hexapolis.query.assets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import de.hexapolis.query.answer.CsvTable;
import de.hexapolis.query.answer.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of assets as bytes of one format, row by row: 20,000 of them make about 4 MB. Stateless. */
final class AssetListWriter {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new Jdk8Module()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    /** GeoJSON says these in its own places. */
    private static final Set<AssetField> GEOMETRY = Set.of(AssetField.ID, AssetField.LONGITUDE, AssetField.LATITUDE);

    private AssetListWriter() {}

    static void write(AssetList list, Format format, OutputStream bytes) {
        try {
            switch (format) {
                case JSON -> writeJson(list, bytes);
                case GEO_JSON -> writeGeoJson(list, bytes);
                case CSV, ENGLISH_CSV, GERMAN_CSV -> writeCsv(list, format, bytes);
                case GPX, CALENDAR -> throw new IllegalArgumentException("no format of assets: " + format);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static void writeJson(AssetList list, OutputStream bytes) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("assets");
            for (AssetRow row : list.rows()) {
                json.writeStartObject();
                writeFields(json, list, row, Set.of());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeGeoJson(AssetList list, OutputStream bytes) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (AssetRow row : list.rows()) {
                json.writeStartObject();
                json.writeStringField("type", "Feature");
                json.writeNumberField("id", row.place().id());
                json.writeObjectFieldStart("geometry");
                json.writeStringField("type", "Point");
                json.writeFieldName("coordinates");
                json.writeArray(
                        new double[] {row.place().longitude(), row.place().latitude()}, 0, 2);
                json.writeEndObject();
                json.writeObjectFieldStart("properties");
                writeFields(json, list, row, GEOMETRY);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeFields(JsonGenerator json, AssetList list, AssetRow row, Set<AssetField> without)
            throws IOException {
        for (AssetField field : list.fields()) {
            Optional<?> value = without.contains(field) ? Optional.empty() : row.value(field, list.now());
            if (value.isPresent()) {
                write(json, field.wireName(), value.get());
            }
        }
    }

    /** Without Jackson's search for a serializer, which takes longer than the writing. */
    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeStringField(name, text);
        } else if (value instanceof Double number) {
            json.writeNumberField(name, number);
        } else if (value instanceof Long number) {
            json.writeNumberField(name, number);
        } else {
            json.writePOJOField(name, value);
        }
    }

    private static void writeCsv(AssetList list, Format format, OutputStream bytes) {
        CsvTable.write(format, bytes, table -> {
            table.row(list.fields().stream().map(AssetField::wireName).toList());
            for (AssetRow row : list.rows()) {
                List<Object> cells = new ArrayList<>();
                for (AssetField field : list.fields()) {
                    cells.add(row.value(field, list.now())
                            .<Object>map(value -> value)
                            .orElse(""));
                }
                table.row(cells);
            }
        });
    }
}
