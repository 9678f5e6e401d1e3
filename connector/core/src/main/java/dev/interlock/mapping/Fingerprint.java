package dev.interlock.mapping;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A short name for what the files say. */
final class Fingerprint {

    /** Keys whose values are secrets, should somebody have written one into a file after all. */
    private static final Set<String> SECRETS =
            Set.of("password", "secret", "token", "key", "credential", "privatekey", "apikey", "passphrase");

    private Fingerprint() {}

    /** Sixteen hexadecimal digits; values from the environment do not count, only the names they go by. */
    static String of(List<Yaml.Mapping> files) {
        Hasher hasher = Hashing.sha256().newHasher();
        files.forEach(file -> add(hasher, file));
        return hasher.hash().toString().substring(0, 16);
    }

    private static void add(Hasher hasher, Yaml tree) {
        switch (tree) {
            case Yaml.Scalar scalar -> text(hasher, scalar.written());
            case Yaml.Sequence sequence -> {
                mark(hasher, '[', sequence.items().size());
                sequence.items().forEach(item -> add(hasher, item));
            }
            case Yaml.Mapping mapping -> {
                mark(hasher, '{', mapping.entries().size());
                for (Yaml.Entry entry : mapping.entries()) {
                    text(hasher, entry.name());
                    boolean isSecret = entry.value() instanceof Yaml.Scalar scalar
                            && !scalar.written().startsWith("${")
                            && isSecret(entry.name());
                    if (!isSecret) {
                        add(hasher, entry.value());
                    }
                }
            }
        }
    }

    private static boolean isSecret(String key) {
        String word = key.toLowerCase(Locale.ROOT);
        // 'key' alone names a column in record files; in connections it never stands alone.
        return !word.equals("key") && SECRETS.stream().anyMatch(word::endsWith);
    }

    private static void mark(Hasher hasher, char kind, int size) {
        hasher.putChar(kind).putInt(size);
    }

    private static void text(Hasher hasher, String text) {
        mark(hasher, '\'', text.length());
        hasher.putString(text, StandardCharsets.UTF_8);
    }
}
