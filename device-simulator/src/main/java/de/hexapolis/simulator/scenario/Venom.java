package de.hexapolis.simulator.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Payloads that must end in quarantine and nowhere else. Each carries a number, so that no two are the same bytes. */
public enum Venom {
    /** Ends in the middle of a number. */
    TRUNCATED("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":[{\"quantity\":\"fill_level\",\"value\":7"),
    /** 1 MB, or as much as the broker takes; see {@link #grown}. */
    LARGE("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":[],\"padding\":\""),
    /** Arrays in arrays, 10,000 deep. */
    DEEP("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
    NOT_A_NUMBER("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":[{\"quantity\":\"fill_level\",\"value\":NaN}]}"),
    YEAR_1970("{\"observed_at\":\"1970-01-01T00:00:01Z\",\"sent\":\"%s\",\"mark\":%d,"
            + "\"readings\":[{\"quantity\":\"fill_level\",\"value\":50}]}"),
    YEAR_2100("{\"observed_at\":\"2100-01-01T00:00:00Z\",\"sent\":\"%s\",\"mark\":%d,"
            + "\"readings\":[{\"quantity\":\"fill_level\",\"value\":50}]}"),
    /** A NUL where a name is due. */
    NUL("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":[{\"quantity\":\"fill\0level\",\"value\":50}]}"),
    /** A byte that UTF-8 does not know, in a name. */
    BAD_UTF8("{\"observed_at\":\"%s\",\"mark\":%d,\"readings\":[{\"quantity\":\"\u00ff\u00c3\",\"value\":50}]}");

    private static final int LARGEST = 1_000_000;

    private final String form;

    Venom(String form) {
        this.form = form;
    }

    /** @param mark makes it unlike all others */
    public byte[] payload(Instant at, long mark) {
        return payload(at, mark, LARGEST);
    }

    /** @param largest how many bytes the broker takes at most */
    public byte[] payload(Instant at, long mark, int largest) {
        String text = form.formatted(at, mark);
        if (this == LARGE) {
            text = grown(text, Math.min(LARGEST, largest));
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Filled up to the size, and without an end. */
    private static String grown(String text, int size) {
        return text + "x".repeat(Math.max(0, size - text.length()));
    }
}
