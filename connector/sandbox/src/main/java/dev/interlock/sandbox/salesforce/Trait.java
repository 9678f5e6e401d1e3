package dev.interlock.sandbox.salesforce;

/** What can be said of a field by yes or no. */
enum Trait {
    /** May be given when a record is created. */
    CREATEABLE,
    /** May be given when a record is updated. */
    UPDATEABLE,
    /** Must hold a value. */
    REQUIRED,
    /** Gets a value by itself when none is given at creation. */
    DEFAULTED,
    /** Records can be found by it in an upsert. */
    EXTERNAL_ID,
    /** No two live records hold the same value. */
    UNIQUE,
    /** Its uniqueness tells capitals from small letters. */
    CASE_SENSITIVE,
    /** Is worked out when read; no stamp moves when its value does. */
    CALCULATED,
    /** May stand in a WHERE. */
    FILTERABLE,
    /** A picklist that takes only its own values. */
    RESTRICTED,
    /** Is looked up by value often enough to keep an index. */
    INDEXED,
    /** Deleting the record referred to deletes this one as well. */
    CASCADE
}
