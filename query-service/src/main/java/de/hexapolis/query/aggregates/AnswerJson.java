package de.hexapolis.query.aggregates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** Writes an answer as JSON, straight into bytes. Stateless; the form is that of docs/api-aggregates.md. */
final class AnswerJson {
    private static final JsonFactory JSON = new JsonFactory();
    /** Beyond these digits sums depend on the order of their readings. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final double[] POWERS = IntStream.rangeClosed(0, 22)
            .mapToDouble(n -> Double.parseDouble("1e" + n))
            .toArray();

    private AnswerJson() {}

    static void write(Answer answer, OutputStream bytes) {
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeQuery(json, answer);
            json.writeArrayFieldStart("series");
            String[] starts = starts(answer.calendar());
            for (int line : answer.order()) {
                writeLine(json, answer, line, starts);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException defect) {
            throw new IllegalStateException("bytes in memory cannot fail", defect);
        }
    }

    /** A moment as it is written: with its local offset, and seconds always. */
    static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    /** How the start of each bucket is written. */
    static String[] starts(BucketCalendar calendar) {
        return IntStream.range(0, calendar.size())
                .mapToObj(slot -> text(calendar.start(slot)))
                .toArray(String[]::new);
    }

    /** A value with the digits that mean something. */
    static double rounded(double value) {
        int exponent = Math.getExponent(value);
        if (exponent > -20 && exponent < 30) {
            // powers of ten up to 22 are exact, so what is near a whole number is divided as decimals are written
            double scale = POWERS[11 - (int) Math.floor(Math.log10(Math.abs(value)))];
            return Math.rint(value * scale) / scale;
        }
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static void writeQuery(JsonGenerator json, Answer answer) throws IOException {
        BucketCalendar calendar = answer.calendar();
        json.writeObjectFieldStart("query");
        json.writeStringField("from", text(local(calendar, calendar.from())));
        json.writeStringField("to", text(local(calendar, calendar.until())));
        json.writeStringField("bucket", calendar.bucket().wireName());
        json.writeStringField("zone", calendar.zone().getId());
        json.writeStringField("group", answer.query().group().wireName());
        json.writeStringField("pool", answer.query().pool().wireName());
        json.writeStringField("gap", answer.query().gap().wireName());
        json.writeStringField("source", answer.source().wireName());
        if (!answer.estimated().isEmpty()) {
            json.writeArrayFieldStart("estimated");
            for (AggregateFunction function : answer.estimated()) {
                json.writeString(function.wireName());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static OffsetDateTime local(BucketCalendar calendar, Instant moment) {
        return moment.atZone(calendar.zone()).toOffsetDateTime();
    }

    private static void writeLine(JsonGenerator json, Answer answer, int number, String[] starts) throws IOException {
        Line line = answer.lines().get(number);
        json.writeStartObject();
        writeGroup(json, line);
        json.writeStringField("quantity", line.quantity().wireName());
        json.writeStringField("unit", line.quantity().unit().symbol());
        json.writeNumberField("assets", line.assets());
        List<String> channels = line.channels();
        if (!channels.equals(List.of(""))) {
            json.writeArrayFieldStart("channels");
            for (String channel : channels) {
                json.writeString(channel);
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("buckets");
        for (Answer.Row row : answer.rows(number)) {
            writeRow(json, answer, row, starts[row.bucket()]);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeGroup(JsonGenerator json, Line line) throws IOException {
        Group group = line.group();
        json.writeObjectFieldStart("group");
        switch (group.grouping()) {
            case ASSET -> json.writeNumberField("asset", group.asset());
            case DISTRICT, CITY, KIND ->
                json.writeStringField(group.grouping().wireName(), group.id().orElse(null));
            case NONE -> {}
        }
        json.writeEndObject();
        if (group.grouping() == Grouping.ASSET) {
            json.writeStringField("reference", line.members().get(0).asset().reference());
            json.writeStringField("name", line.members().get(0).asset().name());
        }
        if (group.grouping() != Grouping.CITY && group.city().isPresent()) {
            json.writeStringField("city", group.city().get());
        }
    }

    private static void writeRow(JsonGenerator json, Answer answer, Answer.Row row, String start) throws IOException {
        json.writeStartObject();
        json.writeStringField("start", start);
        List<AggregateFunction> functions = answer.query().functions();
        for (int i = 0; i < functions.size(); i++) {
            AggregateFunction function = functions.get(i);
            double value = row.values().get(i);
            if (Double.isNaN(value)) {
                json.writeNullField(function.wireName());
            } else if (function == AggregateFunction.COUNT) {
                json.writeNumberField(function.wireName(), (long) value);
            } else {
                json.writeNumberField(function.wireName(), rounded(value));
            }
        }
        if (row.filled()) {
            json.writeBooleanField("filled", true);
        }
        json.writeEndObject();
    }
}
