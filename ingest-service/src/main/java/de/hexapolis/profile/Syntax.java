package de.hexapolis.profile;

import java.util.ArrayList;
import java.util.List;

/** Scanning of paths and conditions: what stands in quotes or brackets is one piece. */
final class Syntax {
    private Syntax() {}

    static boolean isQuoted(String text) {
        return text.length() >= 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    }

    /** @throws IllegalArgumentException if the bracket is never closed */
    static int closingBracket(String text, int opening) {
        int depth = 0;
        for (int at = opening; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\'' || character == '"') {
                at = closingQuote(text, at);
            } else if (character == '[') {
                depth++;
            } else if (character == ']' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("%s: a bracket is not closed".formatted(Excerpt.quoted(text)));
    }

    private static int closingQuote(String text, int opening) {
        int closing = text.indexOf(text.charAt(opening), opening + 1);
        if (closing < 0) {
            throw new IllegalArgumentException("%s: a quote is not closed".formatted(Excerpt.quoted(text)));
        }
        return closing;
    }

    /** Where the token first stands outside of quotes and brackets, or -1. */
    static int find(String text, String token, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.startsWith(token, at)) {
                return at;
            }
            char character = text.charAt(at);
            if (character == '\'' || character == '"') {
                at = closingQuote(text, at);
            } else if (character == '[') {
                at = closingBracket(text, at);
            }
        }
        return -1;
    }

    /** The pieces between the tokens that stand outside of quotes and brackets. */
    static List<String> split(String text, String token) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = find(text, token, 0); at >= 0; at = find(text, token, start)) {
            pieces.add(text.substring(start, at).strip());
            start = at + token.length();
        }
        pieces.add(text.substring(start).strip());
        return pieces;
    }
}
