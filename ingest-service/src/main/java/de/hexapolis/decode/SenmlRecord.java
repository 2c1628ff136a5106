package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a SenML pack with its base values applied (RFC 8428, 4.6: resolved). Immutable.
 *
 * @param place such as {@code [2]}, for messages
 * @param value the field v, vb or vs (with the base value added to v); missing for a record without value
 */
record SenmlRecord(String place, SenmlName name, String unit, Instant observedAt, JsonNode value) {
    /** RFC 8428, 4.5.3: seconds below 2^28 are relative to now. */
    private static final double ABSOLUTE_FROM = 1L << 28;

    private static final int NEWEST_VERSION = 10;

    /**
     * The records of a pack.
     *
     * @param now what relative times are relative to
     * @throws IllegalArgumentException naming the place of what no reader may guess
     */
    static List<SenmlRecord> resolve(JsonNode pack, Instant now) {
        if (!pack.isArray()) {
            throw new IllegalArgumentException("not a SenML pack: no JSON array");
        }
        List<SenmlRecord> records = new ArrayList<>(pack.size());
        SenmlBase base = SenmlBase.NONE;
        for (JsonNode record : pack) {
            String place = "[%d]".formatted(records.size());
            check(record, place);
            base = base.with(record);
            records.add(new SenmlRecord(
                    place,
                    SenmlName.parse(base.name() + record.path("n").asText()),
                    record.path("u").asText(base.unit()),
                    time(base.time() + record.path("t").asDouble(), now, place),
                    base.value(record)));
        }
        return records;
    }

    private static void check(JsonNode record, String place) {
        if (!record.isObject()) {
            throw new IllegalArgumentException(place + ": not a SenML record");
        }
        if (record.path("bver").asInt() > NEWEST_VERSION) {
            throw new IllegalArgumentException(place + ".bver: newer than 10");
        }
        record.fieldNames().forEachRemaining(field -> {
            if (field.endsWith("_")) {
                throw new IllegalArgumentException(
                        "%s.%s: a field that must be understood, and is not".formatted(place, Excerpt.of(field, 40)));
            }
        });
    }

    private static Instant time(double seconds, Instant now, String place) {
        if (!(Math.abs(seconds) < 1e11)) {
            throw new IllegalArgumentException(place + ".t: " + seconds + " is not a time");
        }
        double sinceEpoch = seconds < ABSOLUTE_FROM ? now.getEpochSecond() + now.getNano() * 1e-9 + seconds : seconds;
        long microseconds = Math.round(sinceEpoch * 1e6);
        return Instant.ofEpochSecond(
                Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000L);
    }
}
