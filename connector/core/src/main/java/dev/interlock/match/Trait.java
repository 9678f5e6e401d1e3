package dev.interlock.match;

/** What a column tells of somebody, and so how two of its values are compared. */
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
}
