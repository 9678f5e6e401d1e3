package dev.interlock.sandbox.salesforce;

/** Where the value of a field comes from. */
enum Role {
    /** Kept as it was written. */
    STORED,
    ID,
    IS_DELETED,
    MASTER_RECORD_ID,
    CREATED_DATE,
    CREATED_BY,
    LAST_MODIFIED_DATE,
    LAST_MODIFIED_BY,
    SYSTEM_MODSTAMP,
    /** The value of a field that a path leads to: {@code Account.Industry}. */
    FORMULA,
    /** The number of the record, in the form that the field prescribes. */
    AUTO_NUMBER,
    /** First and last name in one. */
    PERSON_NAME,
    /** From the stage of an opportunity. */
    STAGE_CLOSED,
    STAGE_WON,
    STAGE_FORECAST,
    /** Amount times probability. */
    EXPECTED_REVENUE
}
