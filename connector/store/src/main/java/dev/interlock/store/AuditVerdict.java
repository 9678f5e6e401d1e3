package dev.interlock.store;

/** Whether the audit is what was once written. */
public sealed interface AuditVerdict {

    /** Every row is there and unchanged. */
    record Intact(long rows) implements AuditVerdict {}

    /** From this row on it is not: a row was changed, taken away or put in between. */
    record Broken(long number, String why) implements AuditVerdict {}
}
