package dev.interlock.mapping;

/** What a canonical field holds; it chooses the default lens and the match form. */
public enum FieldKind {
    TEXT,
    /** A person's name or a part of it. */
    PERSON,
    /** The name of a company. */
    COMPANY,
    EMAIL,
    PHONE,
    /** A web domain, read out of addresses and URLs. */
    DOMAIN,
    /** A country, as ISO 3166 alpha-2. */
    COUNTRY,
    NUMBER,
    /** Money, in whole units. */
    MONEY,
    DATE,
    MOMENT,
    FLAG,
    CHOICE,
    /** Several choices. */
    MULTI,
    /** Another record. */
    REFERENCE
}
