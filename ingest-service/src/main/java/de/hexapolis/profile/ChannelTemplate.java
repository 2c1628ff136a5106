package de.hexapolis.profile;

import de.hexapolis.telemetry.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a reading's channel is named: {@code 30cm}, {@code {depth}cm} with a path from the chosen array element,
 * {@code {n}} with the index; the result may be translated by a table. Immutable.
 */
record ChannelTemplate(List<Piece> pieces, Map<String, String> table) {
    private static final String INDEX = "n";

    /** @param path empty for plain text and for the index */
    record Piece(String text, boolean isIndex, Optional<FieldPath> path) {}

    static ChannelTemplate only() {
        return new ChannelTemplate(List.of(), Map.of());
    }

    /** @throws IllegalArgumentException for an open brace, a wrong path or a text that no channel can hold */
    static ChannelTemplate parse(String text, Map<String, String> table) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int opening = text.indexOf('{', at);
            String plain = text.substring(at, opening < 0 ? text.length() : opening);
            checked(plain);
            pieces.add(new Piece(plain, false, Optional.empty()));
            if (opening < 0) {
                break;
            }
            int closing = text.indexOf('}', opening);
            if (closing < 0) {
                throw new IllegalArgumentException("%s: a brace is not closed".formatted(Excerpt.quoted(text)));
            }
            String inside = text.substring(opening + 1, closing);
            boolean isIndex = inside.equals(INDEX);
            pieces.add(new Piece("", isIndex, isIndex ? Optional.empty() : Optional.of(FieldPath.parse(inside))));
            at = closing + 1;
        }
        table.values().forEach(ChannelTemplate::checked);
        return new ChannelTemplate(List.copyOf(pieces), Map.copyOf(table));
    }

    private static void checked(String text) {
        if (!Channel.isChannel(text)) {
            throw new IllegalArgumentException(
                    "%s is not a channel: at most 32 letters, digits, '.', '_', '-'".formatted(Excerpt.quoted(text)));
        }
    }

    /** Whether different places of one message give different channels. */
    boolean varies() {
        return pieces.stream().anyMatch(piece -> piece.isIndex() || piece.path().isPresent());
    }

    String render(Found found) {
        StringBuilder channel = new StringBuilder();
        for (Piece piece : pieces) {
            channel.append(piece.isIndex() ? found.index() : piece.text());
            piece.path().ifPresent(path -> channel.append(ScalarText.of(path.first(found.around()))));
        }
        return table.getOrDefault(channel.toString(), channel.toString());
    }
}
