package de.hexapolis.query.answer;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Optional;

/** The formats that an answer may have. */
public enum Format {
    JSON(Format.JSON_TYPE),
    GEO_JSON(Format.GEO_JSON_TYPE),
    CSV(Format.CSV_TYPE);

    public static final String JSON_TYPE = MediaType.APPLICATION_JSON;
    public static final String GEO_JSON_TYPE = "application/geo+json";
    public static final String CSV_TYPE = "text/csv;charset=utf-8;header=present";

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the request's {@code Accept} prefers among these; the first of them if it says nothing. */
    public static Format preferred(Request request, Format... offered) {
        Optional<Variant> best = Optional.ofNullable(request.selectVariant(Arrays.stream(offered)
                .map(format -> new Variant(format.bare(), (String) null, null))
                .toList()));
        return best.flatMap(variant -> Arrays.stream(offered)
                        .filter(format -> format.bare().isCompatible(variant.getMediaType()))
                        .findFirst())
                .orElse(offered[0]);
    }

    public MediaType mediaType() {
        return MediaType.valueOf(mediaType);
    }

    /** Without parameters: what {@code Accept} is compared with. */
    private MediaType bare() {
        return new MediaType(mediaType().getType(), mediaType().getSubtype());
    }
}
