package dev.interlock.mapping;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column or field tells of somebody, and so how two of its values are compared. */
public enum Trait {
    GIVEN_NAME("given name"),
    FAMILY_NAME("family name"),
    FULL_NAME("person's name"),
    COMPANY("organisation's name"),
    EMAIL("e-mail address"),
    PHONE("phone number"),
    DOMAIN("web address"),
    HOUSE_NUMBER("house number"),
    STREET("street address"),
    CITY("city"),
    REGION("region"),
    POSTCODE("postal code"),
    COUNTRY("country"),
    DATE("date"),
    IDENTIFIER("number that identifies"),
    CATEGORY("one of few words"),
    TEXT("free words"),
    /** Tells nothing, or tells what is to be found out. */
    NOTHING("left out");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** As it stands in configuration: {@code given_name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trait that configuration calls so. */
    static Optional<Trait> of(String word) {
        return Arrays.stream(values())
                .filter(trait -> trait != NOTHING && trait.word().equals(word))
                .findFirst();
    }

    static List<String> allWords() {
        return Arrays.stream(values())
                .filter(trait -> trait != NOTHING)
                .map(Trait::word)
                .toList();
    }

    /** What fields of a kind can tell; nothing where two values that differ say nothing, such as amounts. */
    public static Set<Trait> fitting(FieldKind kind) {
        return switch (kind) {
            case TEXT -> EnumSet.complementOf(EnumSet.of(NOTHING));
            case PERSON -> EnumSet.of(GIVEN_NAME, FAMILY_NAME, FULL_NAME, TEXT);
            case COMPANY -> EnumSet.of(COMPANY, TEXT);
            case EMAIL -> EnumSet.of(EMAIL);
            case PHONE -> EnumSet.of(PHONE);
            case DOMAIN -> EnumSet.of(DOMAIN);
            case COUNTRY -> EnumSet.of(COUNTRY);
            case DATE -> EnumSet.of(DATE);
            case CHOICE -> EnumSet.of(CATEGORY, REGION, COUNTRY);
            case NUMBER -> EnumSet.of(IDENTIFIER, HOUSE_NUMBER, POSTCODE);
            case MONEY, MOMENT, FLAG, MULTI, REFERENCE -> EnumSet.noneOf(Trait.class);
        };
    }
}
