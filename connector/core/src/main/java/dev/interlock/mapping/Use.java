package dev.interlock.mapping;

import static dev.interlock.mapping.FieldKind.CHOICE;
import static dev.interlock.mapping.FieldKind.COMPANY;
import static dev.interlock.mapping.FieldKind.MONEY;
import static dev.interlock.mapping.FieldKind.MULTI;
import static dev.interlock.mapping.FieldKind.NUMBER;
import static dev.interlock.mapping.FieldKind.PERSON;
import static dev.interlock.mapping.FieldKind.REFERENCE;
import static dev.interlock.mapping.FieldKind.TEXT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The lenses by the names that {@code use:} gives them: for which fields they are, and which keys they understand. All
 * lenses of one kind share its canonical spelling: else what one system says could never be confirmed by another.
 */
enum Use {
    TEXT_AS_IS("text", EnumSet.of(TEXT, PERSON, COMPANY, CHOICE), "max"),
    COPY("copy", EnumSet.of(TEXT, PERSON, COMPANY, CHOICE), "max"),
    COMPANY_NAME("company", EnumSet.of(COMPANY), "max"),
    EMAIL("email", EnumSet.of(FieldKind.EMAIL), "max"),
    PHONE("phone", EnumSet.of(FieldKind.PHONE), "max", "as", "country"),
    DOMAIN("domain", EnumSet.of(FieldKind.DOMAIN), "max", "as"),
    COUNTRY("country", EnumSet.of(FieldKind.COUNTRY), "as"),
    PLAIN_NUMBER("number", EnumSet.of(NUMBER, MONEY)),
    AMOUNT("money", EnumSet.of(MONEY, NUMBER), "scale"),
    DATE("date", EnumSet.of(FieldKind.DATE), "format"),
    MOMENT("moment", EnumSet.of(FieldKind.MOMENT), "format"),
    FLAG("flag", EnumSet.of(FieldKind.FLAG), "yes", "no"),
    PICKLIST("picklist", EnumSet.of(CHOICE, TEXT), "map", "otherwise", "reverse"),
    SEVERAL("multi", EnumSet.of(MULTI), "map", "otherwise", "reverse", "joiner"),
    LINK("reference", EnumSet.of(REFERENCE), "by", "association", "label"),
    JOIN_NAME("join-name", EnumSet.of(PERSON)),
    SPLIT_NAME("split-name", EnumSet.of(PERSON), "part"),
    CONST("const", EnumSet.allOf(FieldKind.class), "value"),
    COMPUTE("compute", EnumSet.complementOf(EnumSet.of(REFERENCE)), "compute");

    private static final Set<String> ALWAYS = Set.of("field", "use", "direction");

    private final String word;
    private final ImmutableSet<FieldKind> kinds;
    private final ImmutableList<String> options;

    Use(String word, Set<FieldKind> kinds, String... options) {
        this.word = word;
        this.kinds = Sets.immutableEnumSet(kinds);
        this.options = ImmutableList.copyOf(options);
    }

    String word() {
        return word;
    }

    boolean isFor(FieldKind kind) {
        return kinds.contains(kind);
    }

    boolean understands(String key) {
        return ALWAYS.contains(key) || options.contains(key);
    }

    /** Whether any lens understands the key; the schema tells of those that none does. */
    static boolean isOption(String key) {
        return Arrays.stream(values()).anyMatch(use -> use.understands(key));
    }

    List<String> options() {
        return options;
    }

    static Optional<Use> of(String word) {
        return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
    }

    /** The words of all lenses that a field of the kind can use. */
    static List<String> wordsFor(FieldKind kind) {
        return Arrays.stream(values())
                .filter(use -> use.isFor(kind))
                .map(Use::word)
                .toList();
    }

    /** What a binding uses that does not say: the lens that shares its name with the kind. */
    static Use by(FieldKind kind, Yaml.Mapping options) {
        if (options.get("compute").isPresent()) {
            return COMPUTE;
        }
        if (kind == CHOICE) {
            return options.get("map").isPresent() ? PICKLIST : TEXT_AS_IS;
        }
        return kind == PERSON
                ? TEXT_AS_IS
                : of(kind.name().toLowerCase(Locale.ROOT)).orElse(TEXT_AS_IS);
    }
}
