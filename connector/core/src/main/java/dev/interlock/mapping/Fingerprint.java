package dev.interlock.mapping;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A short name for what the files say. */
final class Fingerprint {

    private Fingerprint() {}

    /** Sixteen hexadecimal digits; values from the environment do not count, only the names they go by; no secret does. */
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
                    if (!Secrets.isLiteral(entry)) {
                        add(hasher, entry.value());
                    }
                }
            }
        }
    }

    private static void mark(Hasher hasher, char kind, int size) {
        hasher.putChar(kind).putInt(size);
    }

    private static void text(Hasher hasher, String text) {
        mark(hasher, '\'', text.length());
        hasher.putString(text, StandardCharsets.UTF_8);
    }
}
