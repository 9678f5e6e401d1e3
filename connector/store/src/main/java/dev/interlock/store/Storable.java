package dev.interlock.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Texts in a form that every database takes. */
final class Storable {

    /** PostgreSQL does not index what is longer than about 2,700 bytes (a third of a page). */
    private static final int INDEXABLE = 400;

    private Storable() {}

    /** The text; NUL, which PostgreSQL does not take, becomes its picture, half a surrogate pair the replacement sign. */
    static String text(String text) {
        int bad = firstBad(text);
        if (bad < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        for (int i = bad; i < clean.length(); i++) {
            if (clean.charAt(i) == 0) {
                clean.setCharAt(i, '\u2400');
            } else if (isLone(clean, i)) {
                clean.setCharAt(i, '\ufffd');
            }
        }
        return clean.toString();
    }

    /** The JSON text, its lone surrogates written as escapes, so that they come back as they were. */
    static String json(String json) {
        int bad = firstBad(json);
        if (bad < 0) {
            return json;
        }
        StringBuilder clean = new StringBuilder(json.length() + 16).append(json, 0, bad);
        for (int i = bad; i < json.length(); i++) {
            if (isLone(json, i)) {
                clean.append(String.format("\\u%04x", (int) json.charAt(i)));
            } else {
                clean.append(json.charAt(i));
            }
        }
        return clean.toString();
    }

    /** The text if it can be indexed; else its beginning and its hash, which stand for it. */
    static String indexable(String text) {
        return text.length() <= INDEXABLE ? text : text.substring(0, INDEXABLE / 4) + '#' + sha256(text);
    }

    /** In base 64: 43 characters. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static int firstBad(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && isLone(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLone(CharSequence text, int at) {
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
