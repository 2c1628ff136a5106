package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A notice in words for people, in their language; no names of persons are in it. Stateless. */
final class Wording {
    private static final int LONGEST_LINE = 200;

    private Wording() {}

    /** Such as {@code Neu: Behälter voll}. */
    static String title(Parcel parcel, Locale language) {
        JsonNode title = parcel.data().path("title");
        String known =
                title.path(language.getLanguage()).asText(title.path("en").asText(parcel.subject()));
        return line(happened(parcel, language) + ": " + known);
    }

    /** Such as {@code Papierkorb Ringstraße 7, B-0001, nordend}; empty if nothing is known of the place. */
    static String place(Parcel parcel) {
        JsonNode data = parcel.data();
        JsonNode asset = data.path("asset");
        return line(Stream.of(
                        asset.path("name").asText(""),
                        asset.path("reference").asText(""),
                        data.path("district").asText(asset.path("district").asText("")))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", ")));
    }

    /** The severity where it matters; empty otherwise. */
    static String urgency(Parcel parcel, Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        return switch (parcel.urgency()) {
            case INFO, WARNING -> "";
            case URGENT -> german ? "dringend" : "urgent";
            case CRITICAL -> german ? "SOFORT" : "AT ONCE";
        };
    }

    /** Where it can be seen and answered, below the address of the pages. */
    static String path(Parcel parcel) {
        return parcel.order().map(order -> "/orders/" + order).orElse("/orders");
    }

    private static String happened(Parcel parcel, Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        if (parcel.isTest()) {
            return "Test";
        }
        if (parcel.isAbout("channel")) {
            return german ? "Zustellung" : "Delivery";
        }
        if (parcel.isClosing()) {
            return german ? "Erledigt" : "Over";
        }
        if (parcel.kind().endsWith(".opened")) {
            return german ? "Neu" : "New";
        }
        return german ? "Geändert" : "Changed";
    }

    /** One line: what a city wrote must not end a header. */
    private static String line(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) : plain;
    }
}
