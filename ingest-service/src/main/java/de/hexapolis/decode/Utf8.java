package de.hexapolis.decode;

/**
 * Whether bytes are UTF-8 text. Jackson guesses UTF-16 and UTF-32 from zero bytes and lets some bad sequences pass; this
 * does neither.
 */
final class Utf8 {
    private Utf8() {}

    /** The index of the first byte that begins no valid character (a zero byte is none either), or -1. */
    static int firstFault(byte[] text) {
        int i = 0;
        while (i < text.length) {
            if (text[i] > 0) {
                i++;
                continue;
            }
            int length = lengthAt(text, i);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** Unicode, table 3-7: which second byte may follow which first byte. */
    private static int lengthAt(byte[] text, int start) {
        int first = text[start] & 0xFF;
        int second = start + 1 < text.length ? text[start + 1] & 0xFF : 0;
        if (first >= 0xC2 && first <= 0xDF) {
            return isBetween(second, 0x80, 0xBF) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            boolean good = isBetween(second, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
            return good && continues(text, start + 2) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            boolean good = isBetween(second, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
            return good && continues(text, start + 2) && continues(text, start + 3) ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] text, int at) {
        return at < text.length && isBetween(text[at] & 0xFF, 0x80, 0xBF);
    }

    private static boolean isBetween(int value, int lowest, int highest) {
        return value >= lowest && value <= highest;
    }
}
