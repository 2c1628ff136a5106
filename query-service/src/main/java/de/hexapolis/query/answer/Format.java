package de.hexapolis.query.answer;

import de.hexapolis.query.parameter.Given;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that an answer may have. */
public enum Format {
    JSON("json", Format.JSON_TYPE),
    GEO_JSON("geojson", Format.GEO_JSON_TYPE),
    /** For programs, which ask by {@code Accept}. */
    CSV("csv", Format.CSV_TYPE),
    /** The same as a spreadsheet opens it: with a byte order mark and without formulas. Whoever asks by name means this. */
    ENGLISH_CSV("csv", Format.CSV_TYPE),
    /** As a German spreadsheet opens it: semicolons and decimal commas besides. */
    GERMAN_CSV("csv-de", Format.CSV_TYPE),
    /** Places for navigation devices (GPX 1.1). */
    GPX("gpx", Format.GPX_TYPE),
    /** Tasks and dates (iCalendar, RFC 5545). */
    CALENDAR("ics", Format.CALENDAR_TYPE);

    public static final String JSON_TYPE = MediaType.APPLICATION_JSON;
    public static final String GEO_JSON_TYPE = "application/geo+json";
    public static final String CSV_TYPE = "text/csv;charset=utf-8;header=present";

    public static final String GPX_TYPE = "application/gpx+xml";
    public static final String CALENDAR_TYPE = "text/calendar;charset=utf-8";

    /** What the parameter {@code format} is for, in the API's description. */
    public static final String PARAMETER =
            "Goes before `Accept`, so that a link in a browser will do. `csv` and `csv-de` are downloads for"
                    + " spreadsheets, with a byte order mark; `csv-de` for those in German, with semicolons and decimal"
                    + " commas. Programs ask for `text/csv` by `Accept`, without the mark";

    private final String wireName;
    private final String mediaType;

    Format(String wireName, String mediaType) {
        this.wireName = wireName;
        this.mediaType = mediaType;
    }

    /**
     * What the parameter {@code format} asks for, else what {@code Accept} prefers, among these; the first of them if
     * neither says anything.
     *
     * @param asked the parameter as given
     * @throws de.hexapolis.query.problem.Problem if it is none of these
     */
    public static Format asked(@Nullable String asked, Request request, Format... offered) {
        String names = Arrays.stream(offered).map(Format::wireName).collect(Collectors.joining(", "));
        return Given.of("format", asked)
                .value("a format; one of " + names, text -> named(text, offered))
                .orElseGet(() -> preferred(request, offered));
    }

    /** What the request's {@code Accept} prefers among these; the first of them if it says nothing. */
    public static Format preferred(Request request, Format... offered) {
        List<Format> told =
                Arrays.stream(offered).filter(Format::isToldByAccept).toList();
        Optional<Variant> best = Optional.ofNullable(request.selectVariant(told.stream()
                .map(format -> new Variant(format.bare(), (String) null, null))
                .toList()));
        return best.flatMap(variant -> told.stream()
                        .filter(format -> format.bare().isCompatible(variant.getMediaType()))
                        .findFirst())
                .orElse(offered[0]);
    }

    /** As the parameter {@code format} names it. */
    public String wireName() {
        return wireName;
    }

    public MediaType mediaType() {
        return MediaType.valueOf(mediaType);
    }

    public boolean isCsv() {
        return this == CSV || isForSpreadsheets();
    }

    boolean isForSpreadsheets() {
        return this == ENGLISH_CSV || this == GERMAN_CSV;
    }

    private boolean isToldByAccept() {
        return !isForSpreadsheets();
    }

    private static Format named(String text, Format... offered) {
        Format found = Arrays.stream(offered)
                .filter(format -> format.wireName.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
        return found == CSV ? ENGLISH_CSV : found;
    }

    /** Without parameters: what {@code Accept} is compared with. */
    private MediaType bare() {
        return new MediaType(mediaType().getType(), mediaType().getSubtype());
    }
}
