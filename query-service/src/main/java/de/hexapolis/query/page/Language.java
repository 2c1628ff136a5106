package de.hexapolis.query.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of pages and feeds, the usual one first. */
public enum Language {
    GERMAN(Locale.GERMANY, "de"),
    ENGLISH(Locale.UK, "en");

    private final Locale locale;
    private final String code;

    Language(Locale locale, String code) {
        this.locale = locale;
        this.code = code;
    }

    /**
     * The language that is asked for, else the one that the browser prefers, else German.
     *
     * @param asked the parameter {@code lang}
     * @param accepted the header {@code Accept-Language}
     */
    public static Language of(@Nullable String asked, @Nullable String accepted) {
        String first = asked != null ? asked : accepted != null ? accepted : GERMAN.code;
        return first.strip().toLowerCase(Locale.ROOT).startsWith(ENGLISH.code) ? ENGLISH : GERMAN;
    }

    /** The text of this language. */
    public String say(String german, String english) {
        return this == GERMAN ? german : english;
    }

    /** {@code de} or {@code en}. */
    public String code() {
        return code;
    }

    public Language other() {
        return this == GERMAN ? ENGLISH : GERMAN;
    }

    public Locale locale() {
        return locale;
    }
}
