package dev.interlock.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows by its name which setting is a secret. */
final class Secrets {

    /** A bare 'token' may be the path of a page token, and a bare 'key' the name of a column. */
    private static final List<String> ENDINGS = List.of(
            "password",
            "passphrase",
            "secret",
            "apikey",
            "privatekey",
            "secretkey",
            "accesstoken",
            "refreshtoken",
            "apitoken",
            "bearertoken");

    private Secrets() {}

    /** Whether the value stands in the file itself, under a key that names a secret. */
    static boolean isLiteral(Yaml.Entry entry) {
        String key = entry.name().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return ENDINGS.stream().anyMatch(key::endsWith)
                && entry.value() instanceof Yaml.Scalar scalar
                && !scalar.text().isEmpty()
                && !scalar.written().contains("${");
    }

    /** Tells of every secret that stands in the file, without telling the secret. */
    static void check(Yaml tree, List<ConfigProblem> problems) {
        Set<String> filled = new HashSet<>();
        collect(tree, filled);
        check(tree, filled, problems);
    }

    /** The keys whose values come from the environment: a description names its secrets by them. */
    private static void collect(Yaml tree, Set<String> filled) {
        if (tree instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Yaml.Scalar scalar
                        && scalar.written().contains("${")) {
                    filled.add(entry.name());
                }
                collect(entry.value(), filled);
            }
        }
    }

    private static boolean isName(Yaml.Entry entry, Set<String> filled) {
        String text = entry.value().scalar().map(Yaml.Scalar::text).orElse("");
        boolean isPlace = text.startsWith("{") && text.endsWith("}");
        return filled.contains(isPlace ? text.substring(1, text.length() - 1) : text);
    }

    private static void check(Yaml tree, Set<String> filled, List<ConfigProblem> problems) {
        switch (tree) {
            case Yaml.Scalar scalar -> {}
            case Yaml.Sequence sequence -> sequence.items().forEach(item -> check(item, filled, problems));
            case Yaml.Mapping mapping -> {
                for (Yaml.Entry entry : mapping.entries()) {
                    if (isLiteral(entry) && !isName(entry, filled)) {
                        problems.add(entry.value()
                                .at()
                                .problem("a secret must not stand in a file: write ${NAME}, and set NAME in the"
                                        + " environment"));
                    }
                    check(entry.value(), filled, problems);
                }
            }
        }
    }
}
